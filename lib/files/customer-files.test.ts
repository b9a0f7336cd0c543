import exifr from "exifr";
import { afterAll, expect, test } from "vitest";
import { event } from "@/db/schema/history";
import { inTransaction } from "../context";
import { createCustomer } from "../customers/create-customer";
import { customerInput } from "../customers/input";
import { retireCustomer } from "../customers/retire-customer";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { stopBoss } from "../outbox/boss";
import { listSharedFiles } from "../portal/list-shared-files";
import { testDatabase } from "../testing/database";
import { contactOf, linkOf, type OneProof, playOneProof } from "../testing/one-proof";
import { fixture, upload } from "../testing/uploads";
import { categoriseFiles } from "./categorise-files";
import { countDownload } from "./count-download";
import { countSharedDownload } from "./count-shared-download";
import { sharedFileResponse } from "./file-response";
import { getFile } from "./get-file";
import { getSharedFile } from "./get-shared-file";
import { listCustomerFiles } from "./list-customer-files";
import { makeSharedCopy } from "./make-shared-copy";
import { restoreFile } from "./restore-file";
import { retireFile } from "./retire-file";
import { shareFiles } from "./share-files";
import { sweepFiles } from "./sweep-files";
import { unshareFiles } from "./unshare-files";

const { inRolledBack } = testDatabase();
afterAll(stopBoss);
const play = playOneProof(inRolledBack);

const keep = ({ office, customerId }: OneProof, name: string, more = {}) =>
  upload(office, fixture(name), { name, customer: customerId, ...more });
const notFound = { name: "Refusal", code: "not-found" };
const kindsOf = async ({ office }: OneProof, fileId: string) => {
  const told = await inTransaction(office, ({ tx }) => tx.select().from(event).orderBy(event.seq));
  return told.filter(({ subjectId }) => subjectId === fileId);
};

test(
  "a file put on a customer is theirs and no job's, private until shared, and the same one is kept once",
  play(async (one) => {
    const { office, customerId, dana } = one;
    const added = await keep(one, "colour-card.png");
    expect(await getFile(office, added.id)).toMatchObject({ customerId, jobId: null, visibility: "private" });
    expect(await keep(one, "colour-card.png")).toMatchObject({ id: added.id, isKnown: true });
    const pdf = await keep(one, "bracket-print.pdf", { category: "paper" });
    expect(await listCustomerFiles(office, { customerId })).toMatchObject([
      { id: added.id, category: "photo", visibility: "private", downloads: 0 },
      { id: pdf.id, category: "paper" },
    ]);
    expect(await listSharedFiles(dana)).toEqual([]);
    expect(await kindsOf(one, added.id)).toMatchObject([
      { kind: "file.added", customerId, jobId: null, after: { file: "colour-card.png" } },
    ]);
  }),
);

test(
  "what is shared of a customer's files their own people see and take, which is counted and told",
  play(async (one) => {
    const { office, customerId, dana, vera } = one;
    const [card, pdf] = [await keep(one, "colour-card.png"), await keep(one, "bracket-print.pdf")];
    await shareFiles(office, { fileIds: [card.id] });
    for (const reader of [dana, vera]) {
      expect(await listSharedFiles(reader)).toEqual([
        {
          id: card.id,
          name: "colour-card.png",
          contentType: "image/png",
          bytes: expect.any(Number),
          isPicture: true,
        },
      ]);
      await expect(getSharedFile(reader, pdf.id)).rejects.toMatchObject(notFound);
    }
    await countSharedDownload(vera, { fileId: card.id });
    expect(await listCustomerFiles(office, { customerId })).toMatchObject([{ downloads: 1 }, {}]);
    expect((await kindsOf(one, card.id)).at(-1)).toMatchObject({
      kind: "file.downloaded",
      actorName: "Vera View",
      customerId,
      jobId: null,
    });
    await unshareFiles(office, { fileIds: [card.id] });
    expect(await listSharedFiles(dana)).toEqual([]);
  }),
);

test(
  "files of a job stay on its page: neither the customer's list nor the portal's start has them",
  play(async (one) => {
    const { office, number, customerId, dana } = one;
    await upload(office, fixture("cmyk-sample.jpg"), { name: "a.jpg", job: number, visibility: "shared" });
    expect(await listCustomerFiles(office, { customerId })).toEqual([]);
    expect(await listSharedFiles(dana)).toEqual([]);
  }),
);

test(
  "SECURITY 12: a customer's file is found by nobody through another shop, another customer or a link to a proof",
  play(async (one) => {
    const { other, office, dana, vera, stranger, versionId, customerId } = one;
    const { id } = await keep(one, "colour-card.png", { visibility: "shared" });
    for (const reader of [stranger, linkOf(dana, versionId)]) {
      await expect(getSharedFile(reader, id)).rejects.toMatchObject(notFound);
      await expect(countSharedDownload(reader, { fileId: id })).rejects.toMatchObject(notFound);
    }
    expect(await listSharedFiles(stranger)).toEqual([]);
    const { owner } = other;
    for (const change of [
      () => upload(owner, fixture("colour-card.png"), { name: "a.png", customer: customerId }),
      () => shareFiles(owner, { fileIds: [id] }),
      () => unshareFiles(owner, { fileIds: [id] }),
      () => categoriseFiles(owner, { files: [{ fileId: id, category: "paper" }] }),
      () => retireFile(owner, { fileId: id }),
      () => countDownload(owner, { fileId: id }),
      () => getFile(owner, id),
    ])
      await expect(change()).rejects.toMatchObject(notFound);
    expect(await listCustomerFiles(owner, { customerId })).toEqual([]);
    for (const contact of [dana, vera] as unknown as OneProof["office"][]) {
      for (const change of [
        () => upload(contact, fixture("colour-card.png"), { name: "a.png", customer: customerId }),
        () => unshareFiles(contact, { fileIds: [id] }),
        () => retireFile(contact, { fileId: id }),
      ])
        await expect(change()).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await listCustomerFiles(office, { customerId })).toMatchObject([{ id, visibility: "shared" }]);
  }),
);

test(
  "a file is filed under another kind, taken away and put back, each told in the customer's history",
  play(async (one) => {
    const { office, customerId } = one;
    const { id } = await keep(one, "colour-card.png");
    await categoriseFiles(office, { files: [{ fileId: id, category: "drawing" }] });
    await retireFile(office, { fileId: id });
    expect(await listCustomerFiles(office, { customerId })).toEqual([]);
    await expect(getFile(office, id)).rejects.toMatchObject(notFound);
    await restoreFile(office, { fileId: id });
    expect(await listCustomerFiles(office, { customerId })).toMatchObject([{ id, category: "drawing" }]);
    const told = await kindsOf(one, id);
    expect(told.map(({ kind }) => kind)).toEqual([
      "file.added",
      "file.categorised",
      "file.retired",
      "file.restored",
    ]);
    expect(new Set(told.map((line) => line.customerId))).toEqual(new Set([customerId]));
  }),
);

test(
  "SECURITY 33: what customers get of a customer's picture is without place, camera and maker",
  play(async (one) => {
    const { office, dana } = one;
    const { id } = await keep(one, "IMG_2041.jpg", { visibility: "shared" });
    await makeSharedCopy(office, { fileId: id });
    const asked = new Request(`http://localhost:3000/api/portal/files/${id}`);
    const sent = await sharedFileResponse(await getSharedFile(dana, id), asked, "whole");
    const copy = Buffer.from(await sent.arrayBuffer());
    expect(await exifr.gps(fixture("IMG_2041.jpg"))).toMatchObject({ latitude: expect.any(Number) });
    expect(await exifr.parse(copy, { gps: true, xmp: true, iptc: true })).toBeUndefined();
  }),
);

test(
  "a retired customer takes no more files, keeps those there are, and shows them to nobody",
  play(async (one) => {
    const { office } = one;
    const customer = await createCustomer(office, customerInput.parse({ name: "Gone Gates" }));
    const contact = await contactOf(office, customer.id, "Gil Gone", "approver");
    const put = () =>
      upload(office, fixture("colour-card.png"), {
        name: "a.png",
        customer: customer.id,
        visibility: "shared",
      });
    const { id } = await put();
    expect((await getSharedFile(contact, id)).id).toBe(id);
    await retireCustomer(office, customer);
    await expect(getSharedFile(contact, id)).rejects.toMatchObject(notFound);
    await expect(put()).rejects.toMatchObject({ code: "gone", message: expect.stringContaining("retired") });
    expect(await listCustomerFiles(office, { customerId: customer.id })).toHaveLength(1);
  }),
);

test(
  "a customer's file is nobody's to claim for a job, is on no job and customer at once, and outlives the sweep",
  play(async (one) => {
    const { office, number, customerId } = one;
    const { id } = await keep(one, "colour-card.png");
    const claiming = newJobInput.parse({ customerId, parts: [{ description: "Gate" }], fileIds: [id] });
    await expect(createJob(office, claiming)).rejects.toMatchObject({ code: "gone" });
    await expect(keep(one, "cmyk-sample.jpg", { job: number })).rejects.toMatchObject({ code: "invalid" });
    const tomorrow = { ...office, now: new Date(Date.now() + 25 * 60 * 60 * 1000) };
    expect(await sweepFiles(tomorrow)).toEqual({ unclaimed: 0, unnamed: 0 });
    expect((await getFile(office, id)).customerId).toBe(customerId);
  }),
);
