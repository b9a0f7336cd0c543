"use client";
import { useEffect, useState } from "react";
import { isPicture, thumbnailAddress } from "@/lib/files/limits";
import type { ViewedFile } from "@/lib/jobs/job-view";
import { Icon } from "../ui/icon";
import { Picture } from "./picture";

const triesMs = [1500, 4000, 10_000];

/** The small picture of a file: of a document its first page, as soon as the worker has drawn it, and till then a sign. */
export function FileThumb({ file }: { file: ViewedFile }) {
  const [tries, setTries] = useState(0);
  const [isAbsent, setIsAbsent] = useState(!file.hasThumbnail && !isPicture(file.contentType));
  useEffect(() => {
    const wait = triesMs[tries];
    if (!isAbsent || wait === undefined) return;
    const timer = setTimeout(() => {
      setTries(tries + 1);
      setIsAbsent(false);
    }, wait);
    return () => clearTimeout(timer);
  }, [isAbsent, tries]);
  if (isAbsent) {
    return (
      <span className="grid size-full place-items-center text-ink-faint">
        <Icon name="file-text" size={28} />
      </span>
    );
  }
  return (
    <Picture
      src={`${thumbnailAddress(file.id)}${tries > 0 ? `?try=${tries}` : ""}`}
      alt=""
      loading="lazy"
      decoding="async"
      onError={() => setIsAbsent(true)}
      className={
        isPicture(file.contentType)
          ? "size-full object-cover"
          : "size-full bg-[#ffffff] object-cover object-top"
      }
    />
  );
}
