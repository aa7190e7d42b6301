/** Provides the toasts to everything on a channel's page. */
import { createContext, useContext, type JSX } from "solid-js";
import { createToasts, type Toasts } from "./create-toasts";

const ToastContext = createContext<Toasts>();

export function ToastProvider(props: { children: JSX.Element }) {
  return <ToastContext.Provider value={createToasts()}>{props.children}</ToastContext.Provider>;
}

export function useToasts(): Toasts {
  const toasts = useContext(ToastContext);
  if (!toasts) throw new Error("useToasts() needs a <ToastProvider> around the component.");
  return toasts;
}
