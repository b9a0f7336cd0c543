"use client";
import { useTransition } from "react";
import { answerQuestionsAction, answerRecommendedAction } from "@/lib/imports/actions";
import type { QuestionGroup } from "@/lib/imports/question-groups";
import { numberFormat } from "@/lib/measures/formats";
import { changeWithUndo } from "../answers/attempt";
import { Button } from "../ui/button";

type TakeRecommendedProps = {
  id: string;
  group?: QuestionGroup;
  count: number;
  locale: string;
  isMain?: boolean;
};

/** Takes every recommended answer, of the whole import or of one group; can be taken back. */
export function TakeRecommended({ id, group, count, locale, isMain }: TakeRecommendedProps) {
  const [isPending, start] = useTransition();
  const number = numberFormat(locale).format(count);
  const take = () =>
    start(async () => {
      await changeWithUndo(
        `${number} recommended ${count === 1 ? "answer" : "answers"} taken`,
        () => answerRecommendedAction({ id, group }),
        ({ answered }) =>
          answerQuestionsAction({ id, answers: Object.fromEntries(answered.map((one) => [one, null])) }),
      );
    });
  return (
    <Button variant={isMain ? "primary" : "secondary"} isPending={isPending} onClick={take}>
      {isMain ? `Take all recommended (${number})` : `Take these ${number} recommended`}
    </Button>
  );
}
