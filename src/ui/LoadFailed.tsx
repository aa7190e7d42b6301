/** In the place of what could not be loaded: without a network, or after a deploy, a part may not be had any more. */
import { onCleanup, onMount } from "solid-js";
import { strings } from "~/strings";
import "./LoadFailed.css";

const SAID_FOR = 6_000; // ms

/** What can be closed is closed after a while, and asked for anew the next time. */
export function NotLoaded(props: { close?: (toFocus: boolean) => void }) {
  onMount(() => {
    const timer = setTimeout(() => props.close?.(false), SAID_FOR);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <p class="not-loaded" classList={{ "not-loaded-alone": props.close !== undefined }} role="alert">
      {strings.notLoaded}
    </p>
  );
}
