type Fields = Record<string, unknown>;

/** What happens to customers and their contacts, as the rest of a sentence that begins with a name. */
export const customerSentences: Record<string, (was: Fields, now: Fields) => string> = {
  "customer.created": () => "added the customer",
  "customer.edited": (was, now) => changes(was, now),
  "customer.retired": () => "retired the customer",
  "customer.restored": () => "brought the customer back",
  "contact.added": (_, now) => `added ${now.name}`,
  "contact.edited": (was, now) => `${changes(was, now)} of ${was.name ?? now.contact}`,
  "contact.retired": (_, now) => `took ${now.contact} off`,
  "contact.restored": (_, now) => `put ${now.contact} back`,
  "contact.invited": (was, now) =>
    was.role
      ? `sent ${now.contact} the invitation again`
      : `let ${now.contact} into the portal as ${now.role}`,
  "contact.role-changed": (_, now) =>
    `made ${now.contact} ${now.role === "viewer" ? "a viewer" : "an approver"}`,
  "contact.access-ended": (_, now) => `closed the portal to ${now.contact}`,
};

const names: Record<string, string> = {
  name: "the name",
  title: "the title",
  phone: "the phone",
  mobile: "the mobile",
  email: "the e-mail",
  terms: "the terms",
  taxStatus: "the tax status",
  kind: "the kind",
  tags: "the tags",
  notes: "the notes",
  billAddress: "the billing address",
  shipAddress: "the shipping address",
  parentId: "who it belongs to",
};
/** Told by the change only, for both values would fill the screen or mean nothing. */
const unquoted = new Set(["notes", "billAddress", "shipAddress", "parentId"]);

function changes(was: Fields, now: Fields): string {
  const words = Object.keys(now)
    .filter((field) => names[field])
    .map((field) => change(field, was[field], now[field]));
  if ("isInactive" in now) words.unshift(now.isInactive ? "marked it inactive" : "marked it active");
  return words.join("; ");
}

function change(field: string, was: unknown, now: unknown): string {
  const name = names[field];
  if (text(now) === "") return `cleared ${name}`;
  if (unquoted.has(field)) return `${text(was) === "" ? "wrote" : "changed"} ${name}`;
  return text(was) === ""
    ? `set ${name} to ${text(now)}`
    : `changed ${name} from ${text(was)} to ${text(now)}`;
}

const text = (held: unknown) => (Array.isArray(held) ? held.join(", ") : String(held ?? ""));
