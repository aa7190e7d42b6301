/** The parts of the page that only staff see. */
export { StaffButton } from "./StaffButton";
export { StaffActs } from "./StaffActs";
export type { StaffAct } from "./StaffActs";
