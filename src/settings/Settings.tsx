/** The settings dialog: language, theme, previews of links, how to report new messages, and links to one's own identity. Loaded when it is opened. */
import { createSignal, For, Show } from "solid-js";
import { PushChoice } from "~/away/PushChoice";
import { IdentityLink } from "~/identity/IdentityLink";
import { notificationPreferences, saveNotificationPreferences, type NotificationPreferences } from "~/notifications/preferences";
import { languageCookie, languageIn, themeIn, type Theme } from "~/shared/cookies";
import { LANGUAGES, type Language } from "~/shared/languages";
import { choosePreviews, hasPreviews } from "~/ui/choose-previews";
import { cookies, keepCookie } from "~/ui/cookies";
import { ModalDialog } from "~/ui/ModalDialog";
import { arePreviewsOff } from "~/ui/previews";
import { play } from "~/ui/notification-sound";
import { reload } from "~/ui/reload";
import { chooseTheme } from "~/ui/theme";
import { onDemandStrings, strings } from "~/strings/current";
import { pageLanguage } from "~/strings/load";
import "~/ui/choices.css";
import "./Settings.css";

const words = () => onDemandStrings().settings;

const THEMES: readonly Theme[] = ["system", "light", "dark"];

export function Settings(props: { channel: string; close: () => void }) {
  const [preferences, setPreferences] = createSignal(notificationPreferences());
  const [problem, setProblem] = createSignal<string>();
  const [languageProblem, setLanguageProblem] = createSignal<string>();

  const change = (changed: Partial<NotificationPreferences>) =>
    saveNotificationPreferences(setPreferences({ ...preferences(), ...changed }));

  /** All sentences of a page are in one language, so another one needs another page. */
  const chooseLanguage = async (language: Language) => {
    keepCookie(languageCookie(language));
    if (languageIn(document.cookie) !== language) return setLanguageProblem(onDemandStrings().cookieNotice.text);
    const isReachable = await fetch("/api/health", { cache: "no-store" }).then(({ ok }) => ok, () => false); // prettier-ignore
    if (isReachable) reload();
    else setLanguageProblem(words().languageLater);
  };

  const changeNotifications = async (box: HTMLInputElement) => {
    const found = box.checked ? await testNotification() : undefined;
    setProblem(found);
    box.checked &&= found === undefined;
    change({ notifications: box.checked });
  };

  return (
    <ModalDialog class="settings choices" title={strings().settings.title} close={props.close}>
      <fieldset>
        <legend>{words().language}</legend>
        {/* Not a `select`: in one, an arrow key alone would already load another page */}
        <div class="settings-languages">
          <For each={Object.entries(LANGUAGES)}>
            {([language, name]) => (
              <button
                type="button"
                lang={language}
                aria-pressed={language === pageLanguage()}
                autofocus={language === pageLanguage()}
                onClick={() => void chooseLanguage(language as Language)}
              >
                {name}
              </button>
            )}
          </For>
        </div>
        <p class="problem" role="alert">
          {languageProblem()}
        </p>
      </fieldset>
      <fieldset>
        <legend>{words().theme}</legend>
        <div class="settings-themes">
          <For each={THEMES}>
            {(theme) => (
              <label>
                <input type="radio" name="theme" checked={theme === themeIn(cookies())} onChange={() => chooseTheme(theme)} />
                {words().themes[theme]}
              </label>
            )}
          </For>
        </div>
      </fieldset>
      <Show when={hasPreviews()}>
        <fieldset>
          <label>
            <input
              type="checkbox"
              checked={!arePreviewsOff()}
              onChange={({ currentTarget }) => choosePreviews(currentTarget.checked)}
            />
            {words().previews}
          </label>
        </fieldset>
      </Show>
      <fieldset>
        <legend>{words().notices}</legend>
        <label>
          <input
            type="checkbox"
            checked={preferences().sounds}
            onChange={({ currentTarget }) => {
              change({ sounds: currentTarget.checked });
              if (currentTarget.checked) void play();
            }}
          />
          {words().sounds}
        </label>
        <label>
          <input
            type="checkbox"
            checked={preferences().notifications && globalThis.Notification?.permission === "granted"}
            onChange={({ currentTarget }) => void changeNotifications(currentTarget)}
          />
          {words().notifications}
        </label>
        <p class="problem" role="alert">
          {problem()}
        </p>
      </fieldset>
      <PushChoice channel={props.channel} />
      <fieldset>
        <legend>{onDemandStrings().identityLinks.title}</legend>
        <IdentityLink kind="device" />
        <IdentityLink kind="recovery" />
      </fieldset>
      <button class="button primary">{words().close}</button>
    </ModalDialog>
  );
}

/** Asks the browser for permission and shows a sample notification. Returns why notifications are not possible, if so. */
async function testNotification(): Promise<string | undefined> {
  if (!globalThis.Notification) return words().unable; // Safari on an iPhone
  if ((await Notification.requestPermission()) !== "granted") return words().blocked;
  try {
    void new Notification(strings().app.name, { body: words().notified, icon: "/icon-192.png" });
  } catch {
    return words().unable; // Chrome on Android has the constructor, but it throws
  }
  return undefined;
}
