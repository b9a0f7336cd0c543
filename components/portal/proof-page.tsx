"use client";
import { type CSSProperties, useState } from "react";
import type { CustomerProof } from "@/lib/approvals/proof-view";
import { formatDay, formatExact } from "@/lib/measures/format-time";
import { dayWords } from "@/lib/portal/ready-words";
import { lastDay } from "../approvals/last-day";
import { ProofCanvas } from "../approvals/proof-canvas";
import { type ComparedSide, ProofCompare } from "../approvals/proof-compare";
import { useCanvas } from "../approvals/use-canvas";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { DecideBar } from "./decide-bar";
import { DecisionMade } from "./decision-made";
import { partsInWords, poInWords } from "./job-words";
import { ProofComments, type SetPin } from "./proof-comments";
import { type ProofReader, proofDoors } from "./proof-doors";
import { markPins } from "./proof-pins";
import { useSeen, useShown } from "./use-looks";

export type ProofShop = { name: string; locale: string; timeZone: string; today: string; phone: string };
type ProofPageProps = {
  proof: CustomerProof;
  /** Another version of it, to lie beside it. */
  beside?: CustomerProof | null;
  reader: ProofReader;
  shop: ProofShop;
};

/** One proof for its customer: the picture first, then what to do, then what was said. */
export function ProofPage({ proof, beside, reader, shop }: ProofPageProps) {
  const doors = proofDoors(reader);
  const canvas = useCanvas();
  const [isSetting, setIsSetting] = useState(false);
  const [pin, setPin] = useState<SetPin | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const isReadOnly = reader.by === "preview";
  const pages = pagesOf(proof, doors.pages);
  const marked = markPins(proof.comments);
  const mayComment = proof.mayComment && !isReadOnly;
  const decided = useShown(proof.decision !== null);
  useSeen(proof, isReadOnly ? null : doors.see);

  const name = `${proof.title}, version ${proof.number}`;
  const pins = pin ? [...marked.pins, { ...pin, id: "new", mark: "+", label: "Your new pin" }] : marked.pins;
  const choose = (id: string | null) => {
    setChosen(id);
    const found = marked.pins.find((one) => one.id === id);
    if (found) canvas.onPage(found.page);
  };

  return (
    <article className="pb-4" data-proof={proof.versionId}>
      {pages.length > 0 && (
        <div
          style={roomFor([...proof.pages, ...(beside?.pages ?? [])])}
          className="border-b bg-surface sm:mx-4 sm:mt-4 sm:overflow-hidden sm:rounded-lg sm:border"
        >
          {beside && beside.pages.length > 0 ? (
            <ProofCompare
              {...canvas}
              {...inOrder(proof, beside, doors.pages)}
              className="h-[calc(var(--picture)*1.7)] sm:h-(--beside)"
            />
          ) : (
            <ProofCanvas
              {...canvas}
              name={name}
              pages={pages}
              pins={pins}
              chosenPin={chosen}
              onChoosePin={setChosen}
              onPlacePin={
                isSetting
                  ? (at) => {
                      setPin(at);
                      setIsSetting(false);
                    }
                  : undefined
              }
              className="h-(--picture)"
            >
              {mayComment && (
                <Button
                  variant={isSetting ? "secondary" : "quiet"}
                  icon={isSetting ? undefined : <Icon name="map-pin" size={16} />}
                  onClick={() => setIsSetting((was) => !was)}
                >
                  {isSetting ? "Cancel" : "Mark a spot"}
                </Button>
              )}
              {isSetting && <span role="status">Tap the spot</span>}
            </ProofCanvas>
          )}
        </div>
      )}
      <div className="grid gap-5 p-4">
        <div>
          <h1 className="text-lg font-semibold text-balance">{proof.title}</h1>
          <p className="text-ink-muted">
            Version {proof.number} · Job {proof.job.number}
            {proof.job.poNumber && ` · ${poInWords(proof.job.poNumber)}`}
            {proof.job.parts.length > 0 && ` · ${partsInWords(proof.job.parts)}`}
          </p>
          {proof.state === "waiting" && proof.dueOn && (
            <p className="mt-1 font-medium">
              Please answer by {dayWords(proof.dueOn, shop.today, shop.locale)}.
            </p>
          )}
        </div>
        <div ref={decided} className="empty:hidden">
          <DecisionMade proof={proof} shop={shop} receipt={doors.receipt(proof.versionId)} />
        </div>
        {proof.message && <Quote by={shop.name}>{proof.message}</Quote>}
        {proof.note && proof.note !== proof.message && <Quote by="What is new">{proof.note}</Quote>}
        {(mayComment || proof.comments.length > 0) && (
          <ProofComments
            proof={proof}
            marks={marked.marks}
            pin={pin}
            chosen={chosen}
            onChoose={choose}
            onPin={setPin}
            send={mayComment ? doors.comment : null}
            exact={(at) => formatExact(at, shop.timeZone, shop.locale)}
          />
        )}
        {proof.expiresAt && proof.state === "waiting" && (
          <p className="text-xs text-ink-muted">
            Open for an answer through{" "}
            {formatDay(lastDay(proof.expiresAt, shop.timeZone), shop.locale, "long")}.
          </p>
        )}
      </div>
      {proof.mayDecide && <DecideBar proof={proof} decide={isReadOnly ? null : doors.decide} />}
    </article>
  );
}

const pagesOf = (proof: CustomerProof, address: string) =>
  proof.pages.map(({ id, width, height }) => ({ url: address + id, width, height }));

function inOrder(proof: CustomerProof, beside: CustomerProof, address: string) {
  const side = (one: CustomerProof): ComparedSide => ({
    name: `${one.title}, version ${one.number}`,
    head: <span className="text-xs font-medium">Version {one.number}</span>,
    pages: pagesOf(one, address),
  });
  return proof.number < beside.number
    ? { older: side(proof), newer: side(beside) }
    : { older: side(beside), newer: side(proof) };
}

/** As high as its tallest page is at the page's width, or at half of it, with the bars around it, but never so that the answer is out of sight. */
function roomFor(pages: CustomerProof["pages"]): CSSProperties {
  const tallest = Math.max(...pages.map(({ width, height }) => height / width));
  return {
    "--picture": `clamp(16rem, calc(min(100vw, 46rem) * ${tallest.toFixed(3)} + 3.5rem), 66dvh)`,
    "--beside": `clamp(16rem, calc(min(50vw, 23rem) * ${tallest.toFixed(3)} + 5.75rem), 66dvh)`,
  } as CSSProperties;
}

function Quote({ by, children }: { by: string; children: string }) {
  return (
    <figure className="border-l-2 border-line-strong pl-3">
      <blockquote className="text-base whitespace-pre-line">{children}</blockquote>
      <figcaption className="text-xs text-ink-muted">{by}</figcaption>
    </figure>
  );
}
