// Generated from wrangler.toml by `npm run env-types`. Do not edit.
/* eslint-disable */
interface __BaseEnv_Env {
	UPGRADES: RateLimit;
	UNREAD: RateLimit;
	PAGES: RateLimit;
	OWN_UPGRADES: RateLimit;
	NEW_IDENTITIES: RateLimit;
	HOST_TRIES: RateLimit;
	EXPORTS: RateLimit;
	LINKS: RateLimit;
	SEARCHES: RateLimit;
	PUSHES: RateLimit;
	DEVICE_SYNCS: RateLimit;
	KEY_GENERATION: number;
	REVOKED_GENERATION: number;
	CHANNEL: DurableObjectNamespace<import("./index").Channel>;
	KEYRING: DurableObjectNamespace<import("./index").Keyring>;
	FILE_STORE: DurableObjectNamespace<import("./index").Files>;
	PUSH: DurableObjectNamespace<import("./index").Push>;
	DEVICES: DurableObjectNamespace<import("./index").Devices>;
}
declare namespace Cloudflare {
	interface GlobalProps {
		mainModule: typeof import("./index");
		durableNamespaces: "Channel" | "Keyring" | "Files" | "Push" | "Devices";
	}
	interface Env extends __BaseEnv_Env {}
}
interface Env extends __BaseEnv_Env {}
type StringifyValues<EnvType extends Record<string, unknown>> = {
	[Binding in keyof EnvType]: EnvType[Binding] extends string ? EnvType[Binding] : string;
};
declare namespace NodeJS {
	interface ProcessEnv extends StringifyValues<Pick<Cloudflare.Env, "KEY_GENERATION" | "REVOKED_GENERATION">> {}
}
declare module "*.txt" {
	const value: string;
	export default value;
}
declare module "*.html" {
	const value: string;
	export default value;
}
declare module "*.sql" {
	const value: string;
	export default value;
}
declare module "*.bin" {
	const value: ArrayBuffer;
	export default value;
}
declare module "*.wasm" {
	const value: WebAssembly.Module;
	export default value;
}
declare module "*.wasm?module" {
	const value: WebAssembly.Module;
	export default value;
}