/** The settings: the theme, and how one hears of what happens elsewhere. Loaded when they are opened. */
import { createSignal, For, onMount } from "solid-js";
import { play } from "~/ui/tone";
import { themeIn, type Theme } from "~/shared/cookies";
import { chooseTheme, keepNotices, notices } from "./preferences";
import { strings } from "~/strings";
import "./Settings.css";

const words = strings.settings;
const THEMES = Object.keys(words.themes) as Theme[];

export function Settings(props: { close: () => void }) {
  const [chosen, setChosen] = createSignal(notices());
  const [problem, setProblem] = createSignal<string>();
  let dialog!: HTMLDialogElement;
  onMount(() => dialog.showModal());

  const choose = (change: Partial<ReturnType<typeof notices>>) => keepNotices(setChosen({ ...chosen(), ...change }));

  const chooseNotifications = async (box: HTMLInputElement) => {
    const found = box.checked ? await tryNotifying() : undefined;
    setProblem(found);
    box.checked &&= found === undefined;
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
        <h2 id="settings-title">{words.title}</h2>
        <fieldset>
          <legend>{words.theme}</legend>
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
                  {words.themes[theme]}
                </label>
              )}
            </For>
          </div>
        </fieldset>
        <fieldset>
          <legend>{words.notices}</legend>
          <label>
            <input
              type="checkbox"
              checked={chosen().sounds}
              onChange={({ currentTarget }) => {
                choose({ sounds: currentTarget.checked });
                if (currentTarget.checked) play();
              }}
            />
            {words.sounds}
          </label>
          <label>
            <input
              type="checkbox"
              checked={chosen().notifications && globalThis.Notification?.permission === "granted"}
              onChange={({ currentTarget }) => void chooseNotifications(currentTarget)}
            />
            {words.notifications}
          </label>
          <p class="problem" role="alert">
            {problem()}
          </p>
        </fieldset>
        <button class="button primary">{words.close}</button>
      </form>
    </dialog>
  );
}

/** Asks the browser only now that it is wanted, and shows how it will be; or says why it will not. */
async function tryNotifying(): Promise<string | undefined> {
  if (!globalThis.Notification) return words.unable; // Safari on an iPhone
  if ((await Notification.requestPermission()) !== "granted") return words.blocked;
  try {
    void new Notification(strings.app.name, { body: words.notified, icon: "/icon-192.png" });
  } catch {
    return words.unable; // Chrome on Android has the constructor, and throws
  }
  return undefined;
}
