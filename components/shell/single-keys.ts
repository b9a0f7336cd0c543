const storageKey = "coatyard.single-keys";

/** Single-key shortcuts can be switched off on a device, for people who dictate or whose hands slip. */
export const areKeysOn = () => localStorage.getItem(storageKey) !== "off";
export const switchKeys = (isOn: boolean) => localStorage.setItem(storageKey, isOn ? "on" : "off");
