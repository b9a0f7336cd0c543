"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useSend } from "@/components/answers/use-send";
import { Button } from "@/components/ui/button";
import { askBackupAction } from "@/lib/backups/actions";

const lookMs = 1_500;

/** Asks for a backup and follows it to its end. */
export function RunBackup({ isRunning }: { isRunning: boolean }) {
  const send = useSend();
  const router = useRouter();
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => router.refresh(), lookMs);
    return () => clearInterval(timer);
  }, [isRunning, router]);
  return (
    <Button
      variant="primary"
      isPending={isRunning}
      onClick={() => void send(askBackupAction({}), "The backup begins")}
    >
      Back up now
    </Button>
  );
}
