import { sendOk } from "./http.mjs";

/** Moves seeded jobs as a board does: each knows where it is and goes on to the next column, to the top or below another card. */
export class Mover {
  constructor(shop, { share = 0, shares = 1 } = {}) {
    this.shop = shop;
    this.jobs = shop.numbers.filter((_, index) => index % shares === share);
    this.turn = 0;
    const hold = ["delivered", "ready"];
    this.stages = shop.stages.filter((stage) => !hold.includes(stage.kind)).map((stage) => stage.id);
  }

  /** The job that the next move takes up, as it stands before. */
  peek() {
    return this.jobs[(this.turn * 17) % this.jobs.length];
  }

  /** One move, answered. */
  async move() {
    const { shop } = this;
    const job = this.peek();
    const toStageId = this.stages[(this.stages.indexOf(job.stageId) + 1) % this.stages.length];
    const below =
      this.turn % 2 === 1 ? this.jobs.find((one) => one !== job && one.stageId === toStageId) : null;
    this.turn += 1;
    const answer = await sendOk({
      port: shop.port,
      path: `/api/jobs/${job.number}/stage`,
      method: "PUT",
      cookie: shop.cookie.header,
      body: {
        fromStageId: job.stageId,
        toStageId,
        placement: job.placement,
        afterNumber: below?.number ?? null,
      },
    });
    const { value } = JSON.parse(answer.body.toString());
    job.stageId = value.stageId;
    job.placement = value.placement;
    return answer;
  }
}
