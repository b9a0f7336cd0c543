type Fields = Record<string, unknown>;

/** What happens to the shop, its people, stages, powders and imports, as the rest of a sentence that begins with a name. */
export const shopSentences: Record<string, (was: Fields, now: Fields) => string> = {
  "shop.created": (_, now) => `opened the shop ${now.name}`,
  "shop.changed": () => "changed the shop’s settings",
  "brand.changed": () => "changed the brand",
  "notice.changed": () => "changed an e-mail to customers",
  "demo.begun": () => "began to make the demo’s past",
  "demo.made": (_, now) => `made the demo’s past: ${now.jobs} jobs`,
  "member.invited": (_, now) => `invited ${now.name} as ${now.role}`,
  "member.invite-resent": (_, now) => `sent ${now.email} the invitation again`,
  "member.invite-revoked": (was) => `took back the invitation of ${was.email}`,
  "member.joined": (_, now) => `added ${now.name} as ${now.role}`,
  "member.renamed": (was, now) => `changed the name from ${was.name} to ${now.name}`,
  "member.role-changed": (was, now) => `changed ${now.name} from ${was.role} to ${now.role}`,
  "member.disabled": (_, now) => `shut ${now.name} out`,
  "member.enabled": (_, now) => `let ${now.name} in again`,
  "member.password-changed": () => "changed the password",
  "member.password-reset": () => "chose a new password by e-mail",
  "member.session-ended": () => "signed out a device",
  "member.signed-out-everywhere": (_, now) =>
    now.name ? `signed ${now.name} out everywhere` : "signed out everywhere",
  "stage.added": (_, now) => `added the stage ${now.name}`,
  "stage.changed": (was, now) =>
    now.name ? `renamed the stage ${was.name} to ${now.name}` : "changed a stage",
  "stage.ordered": () => "put the stages in another order",
  "stage.retired": (was) => `took the stage ${was.name} off the board`,
  "powder.created": (_, now) => `added the powder ${powder(now)}`,
  "powder.edited": (was, now) =>
    now.name ? `renamed the powder ${was.name} to ${now.name}` : "changed a powder",
  "powder.retired": (was) => `took the powder ${powder(was)} off the list`,
  "powder.restored": (_, now) => `put the powder ${powder(now)} back`,
  "lot.received": (_, now) => `received ${weighed(now)} of ${now.powder}${lot(now)}`,
  "lot.counted": (_, now) => `counted a lot anew${lot(now)}${reason(now)}`,
  "lot.wasted": (_, now) => `threw ${weighed(now)} of powder away${lot(now)}${reason(now)}`,
  "lot.edited": (_, now) => `changed a lot${lot(now)}`,
  "lot.retested": (_, now) => `tested a lot again${lot(now)}`,
  "lot.retest-taken-back": (_, now) => `took the retest of a lot back${lot(now)}`,
  "lot.retired": (was, now) => `took a lot away${lot({ ...was, ...now })}`,
  "comment.edited": () => "changed a comment",
  "customer.alias-added": (_, now) => `noted that the customer is also called ${now.alias}`,
  "customer.alias-removed": () => "took another name of the customer away",
  "message.queued": () => "made an e-mail ready to send",
  "import.started": (_, now) => `opened ${now.file} to bring it in`,
  "import.discarded": (was) => `put ${was.file} aside, nothing was brought in`,
  "import.begun": (_, now) => `began to bring ${now.file} in: ${now.rows} rows`,
  "import.resumed": (_, now) => `went on bringing ${now.file} in`,
  "import.ended": (_, now) =>
    now.state === "done" ? `brought ${now.file} in` : `ended the import of ${now.file}`,
  "import.failed": (_, now) => `could not go on with ${now.file}`,
  "import.undo-begun": (_, now) => `began to take the import of ${now.file} back`,
  "import.undo-stopped": (_, now) => `stopped taking the import of ${now.file} back`,
  "import.undone": (_, now) => `took the import of ${now.file} back`,
};

const powder = ({ maker, code, name }: Fields) => [maker, code, name].filter(Boolean).join(" ");
const weighed = ({ quantity, unit }: Fields) => `${Math.abs(Number(quantity))} ${unit}`;
const lot = ({ lot: label }: Fields) => (label ? `, lot ${label}` : "");
const reason = ({ reason: said }: Fields) => (said ? `: “${said}”` : "");
