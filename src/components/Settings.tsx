/** The settings: the theme, and how one hears of what happens elsewhere. Loaded when they are opened. */
import { createSignal, For, onMount, Show } from "solid-js";
import { play } from "~/chat/tone";
import { themeIn, type Theme } from "~/page";
import { chooseTheme, keepNotices, notices } from "~/settings";
import { strings } from "~/strings";
import "./Settings.css";

const THEMES = Object.keys(strings.settings.themes) as Theme[];

export function Settings(props: { close: () => void }) {
  const [chosen, setChosen] = createSignal(notices());
  const [isBlocked, setBlocked] = createSignal(false);
  let dialog!: HTMLDialogElement;
  onMount(() => dialog.showModal());

  const choose = (change: Partial<ReturnType<typeof notices>>) => keepNotices(setChosen({ ...chosen(), ...change }));

  /** Asks the browser only now that it is wanted. */
  const chooseNotifications = async (box: HTMLInputElement) => {
    const isAllowed = !box.checked || (await globalThis.Notification?.requestPermission()) === "granted";
    setBlocked(!isAllowed);
    box.checked &&= isAllowed;
    choose({ notifications: box.checked });
  };

  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- keys have Escape
    <dialog
      ref={dialog}
      class="settings"
      aria-labelledby="settings-title"
      onClose={() => props.close()}
      onClick={({ target }) => target === dialog && dialog.close()}
    >
      <form method="dialog" class="settings-form">
        <h2 id="settings-title">{strings.settings.title}</h2>
        <fieldset>
          <legend>{strings.settings.theme}</legend>
          <div class="settings-themes">
            <For each={THEMES}>
              {(theme) => (
                <label>
                  <input
                    type="radio"
                    name="theme"
                    checked={theme === themeIn(document.cookie)}
                    onChange={() => chooseTheme(theme)}
                  />
                  {strings.settings.themes[theme]}
                </label>
              )}
            </For>
          </div>
        </fieldset>
        <fieldset>
          <legend>{strings.settings.notices}</legend>
          <label>
            <input
              type="checkbox"
              checked={chosen().sounds}
              onChange={({ currentTarget }) => {
                choose({ sounds: currentTarget.checked });
                if (currentTarget.checked) play();
              }}
            />
            {strings.settings.sounds}
          </label>
          <label>
            <input
              type="checkbox"
              checked={chosen().notifications}
              onChange={({ currentTarget }) => void chooseNotifications(currentTarget)}
            />
            {strings.settings.notifications}
          </label>
          <p class="problem" role="alert">
            <Show when={isBlocked()}>{strings.settings.blocked}</Show>
          </p>
        </fieldset>
        <button class="button primary">{strings.settings.close}</button>
      </form>
    </dialog>
  );
}
