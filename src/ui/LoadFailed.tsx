/** Shown in place of a component that could not be loaded, because there is no network or a deploy has replaced the file. */
import { onCleanup, onMount } from "solid-js";
import { strings } from "~/strings/current";
import "./LoadFailed.css";

const SHOWN_FOR = 6_000; // ms

/** A component that can be closed is closed after a while. The next time, it is loaded again. */
export function LoadFailed(props: { close?: (toFocus: boolean) => void }) {
  onMount(() => {
    const timer = setTimeout(() => props.close?.(false), SHOWN_FOR);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <p class="load-failed" classList={{ "load-failed-alone": props.close !== undefined }} role="alert">
      {strings().loadFailed}
    </p>
  );
}
