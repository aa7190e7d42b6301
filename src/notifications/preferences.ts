/** How a user wants to hear of new messages while they are not reading. Kept in this browser; everything is off by default. */
import { stored, STORAGE_KEYS } from "~/ui/stored";

export interface NotificationPreferences {
  sounds: boolean;
  notifications: boolean;
}

const preferences = stored(STORAGE_KEYS.notificationPreferences, (value): NotificationPreferences => {
  const { sounds, notifications } = Object(value) as Record<string, unknown>;
  return { sounds: sounds === true, notifications: notifications === true };
});

export function notificationPreferences(): NotificationPreferences {
  return preferences.read();
}

export function saveNotificationPreferences(changed: NotificationPreferences): void {
  preferences.write(changed);
}
