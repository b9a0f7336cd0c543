"use client";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useSend } from "@/components/answers/use-send";
import { putFile } from "@/components/jobs/upload";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { removeLogoAction } from "@/lib/messages/actions";
import { Icon } from "../ui/icon";

/** The shop's logo as customers see it, chosen and taken away at once. */
export function LogoField({ logoUrl }: { logoUrl: string | null }) {
  const router = useRouter();
  const send = useSend();
  const input = useRef<HTMLInputElement>(null);
  const [isPending, setIsPending] = useState(false);
  const put = async (file: File) => {
    setIsPending(true);
    const answer = await putFile("/api/brand/logo", file, () => {}).sent;
    setIsPending(false);
    if (!answer.ok) return toast.problem(answer.message);
    toast("The logo is changed");
    router.refresh();
  };
  return (
    <div className="flex flex-col gap-1">
      <p className="font-medium">Logo</p>
      <div className="flex flex-wrap items-center gap-3">
        <div className="grid h-20 w-60 place-items-center rounded-lg border bg-[#ffffff] p-2">
          {logoUrl ? (
            // biome-ignore lint/performance/noImgElement: a small PNG of our own
            <img src={logoUrl} alt="The shop's logo" className="max-h-full max-w-full object-contain" />
          ) : (
            <Icon name="image-plus" size={20} className="text-ink-faint" />
          )}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button isPending={isPending} onClick={() => input.current?.click()}>
            {logoUrl ? "Choose another" : "Choose a picture"}
          </Button>
          {logoUrl && (
            <Button variant="quiet" onClick={() => send(removeLogoAction({}), "The logo is taken away")}>
              Take it away
            </Button>
          )}
        </div>
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          className="hidden"
          aria-label="Logo"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = "";
            if (file) void put(file);
          }}
        />
      </div>
      <p className="text-xs text-ink-faint">PNG, JPEG or WebP. Without one, the shop's name stands there.</p>
    </div>
  );
}
