import { useEffect, useEffectEvent, useRef, useState, useTransition } from "react";
import { answerQuestionsAction } from "@/lib/imports/actions";
import type { Answer } from "@/lib/imports/docket";
import { attempt } from "../answers/attempt";
import { toast } from "../ui/toast";

const pauseMs = 600;
type Given = Record<string, Answer | null>;

/**
 * Answers as a person gives them: shown at once, sent in handfuls after a pause, and taken back visibly when refused.
 * What is not sent yet goes when the page is left.
 */
export function useAnswers(id: string) {
  const [given, setGiven] = useState<Given>({});
  const waiting = useRef<Given>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isSending, start] = useTransition();

  const send = useEffectEvent(() => {
    clearTimeout(timer.current);
    const answers = waiting.current;
    if (Object.keys(answers).length === 0) return;
    waiting.current = {};
    start(async () => {
      const answer = await attempt(() => answerQuestionsAction({ id, answers }));
      if (answer.ok) return;
      toast.problem(answer.message);
      setGiven((now) => without(now, Object.keys(answers)));
    });
  });

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (Object.keys(waiting.current).length === 0) return;
      send();
      event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("beforeunload", warn);
      send();
    };
  }, []);

  const give = (question: string, answer: Answer | null) => {
    setGiven((now) => ({ ...now, [question]: answer }));
    waiting.current[question] = answer;
    clearTimeout(timer.current);
    timer.current = setTimeout(send, pauseMs);
  };
  return { given, give, isSending };
}

const without = (given: Given, ids: string[]): Given =>
  Object.fromEntries(Object.entries(given).filter(([id]) => !ids.includes(id)));
