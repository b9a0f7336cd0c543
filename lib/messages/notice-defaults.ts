import type { NoticeKind } from "@/db/vocabulary";
import type { Placeholder } from "./notice-words";

type NoticeDefault = {
  name: string;
  /** When it is sent and to whom. */
  when: string;
  isOn: boolean;
  subject: string;
  words: string;
  button: string;
  footnote: string;
  may: readonly Placeholder[];
};

const ofJob = ["customer", "contact", "shop", "job", "due", "note"] as const;
const ofProof = [...ofJob, "proof"] as const;

const oneProof =
  "The link opens this one proof, without a password. Forward it only to who may decide for you.";

/** Every notice in the product's own words. A shop changes them; what says nothing about itself is left as it is. */
export const noticeDefaults: Record<NoticeKind, NoticeDefault> = {
  "proof-asked": {
    name: "Proof to approve",
    when: "To each contact who is asked to decide on a proof.",
    isOn: true,
    subject: "Please approve: {proof}, job {job}",
    words:
      "Hello {contact},\n\n{proof} is ready for you to look at.\n\n{note}\n\nApprove it or ask for changes: it takes one tap.\n\nPlease answer by {due}.",
    button: "Look at the proof",
    footnote: oneProof,
    may: ofProof,
  },
  "proof-reminded": {
    name: "Reminder of a proof",
    when: "To each contact who was asked and when nobody has decided yet.",
    isOn: true,
    subject: "Waiting for you: {proof}, job {job}",
    words:
      "Hello {contact},\n\nWe wait for your decision on {proof} before we go on with job {job}.\n\n{note}\n\nPlease answer by {due}.",
    button: "Look at the proof",
    footnote: oneProof,
    may: ofProof,
  },
  "proof-decided": {
    name: "Proof decided",
    when: "To the contact who decided, as a receipt, and to the others who were asked.",
    isOn: true,
    subject: "Decided: {proof}, job {job}",
    words: "Hello {contact},\n\n{decision}\n\n“{note}”",
    button: "See what was decided",
    footnote: "",
    may: [...ofProof, "decision"],
  },
  "job-received": {
    name: "Parts received",
    when: "To the job's contact, else to the customer, a minute after it is taken in.",
    isOn: false,
    subject: "We have your parts: job {job}",
    words:
      "Hello {contact},\n\nYour parts are here. We work on them as job {job}.\n\nWe plan to have them ready on {due}.\n\n{note}",
    button: "Follow the job",
    footnote: "",
    may: ofJob,
  },
  "job-ready": {
    name: "Parts ready",
    when: "To the job's contact, else to the customer, a minute after it comes to a stage of kind ready.",
    isOn: false,
    subject: "Your parts are ready: job {job}",
    words: "Hello {contact},\n\nYour parts of job {job} are ready. You can pick them up.\n\n{note}",
    button: "See the job",
    footnote: "",
    may: ofJob,
  },
  "job-delayed": {
    name: "Parts delayed",
    when: "To the job's contact, else to the customer, when somebody tells them that it will be later.",
    isOn: true,
    subject: "Later than planned: job {job}",
    words:
      "Hello {contact},\n\nYour parts of job {job} take longer than we said. We now plan to have them ready on {due}.\n\n{note}\n\nWe are sorry. If this does not work for you, answer this e-mail or call us.",
    button: "Follow the job",
    footnote: "",
    may: ofJob,
  },
};
