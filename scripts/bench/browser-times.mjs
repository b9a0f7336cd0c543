import { chromium } from "playwright";
import { findBrowser } from "../find-browser.mjs";
import {
  loaded,
  scriptKib,
  watchForArrival,
  watchForCards,
  watchForSight,
  watchFrames,
} from "./page-watch.mjs";

const viewport = { width: 1440, height: 900 };
const patience = 20_000;

/** What a person sees: the board opened with nothing kept and again, its script, drags, and a second screen that is told. */
export async function browserTimes(shop, { rounds }, say) {
  const browser = await chromium.launch(await findBrowser(say));
  try {
    const opened = await openBoards(browser, shop, rounds * 2);
    const portal = await openPortal(browser, shop, rounds * 2);
    return { ...opened, ...portal, ...(await dragCards(browser, shop, rounds * 4)) };
  } finally {
    await browser.close();
  }
}

async function openBoards(browser, shop, times) {
  const taken = { cold: [], warm: [], scriptKib: [] };
  await (await signedIn(browser, shop)).close();
  for (let turn = 0; turn < times; turn++) {
    const context = await signedIn(browser, shop);
    for (const kind of ["cold", "warm"]) {
      const page = await openBoard(context, shop);
      taken[kind].push(await page.evaluate(() => window.cardsPaintedAt));
      await page.waitForLoadState("networkidle", { timeout: 3_000 }).catch(() => {});
      if (kind === "cold") taken.scriptKib.push(await page.evaluate(scriptKib));
      await page.close();
    }
    await context.close();
  }
  return taken;
}

/** The line of a phone on a bad day. On this machine's own line scripts arrive before anything is painted, on that one not. */
const slowLine = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };

/** The portal's job page on a phone with nothing kept: on this machine's line until it has loaded, on a slow one until it is seen. */
async function openPortal(browser, shop, times) {
  const taken = { portalUsable: [], portalAllKb: [], portalSeen: [], portalKb: [] };
  for (let turn = 0; turn < times; turn++) {
    const here = await openJob(browser, shop);
    taken.portalUsable.push(here.loadedAt);
    taken.portalAllKb.push(here.allKb);
    const slow = await openJob(browser, shop, slowLine);
    taken.portalSeen.push(slow.seenAt);
    taken.portalKb.push(slow.seenKb);
  }
  return taken;
}

/** When a page was seen and loaded, the kB over the wire, heads and half files too, by the time it was seen, and in all. */
async function openJob(browser, { port, portal }, line) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const { name, value } = portal.cookie;
  await context.addCookies([{ name, value, url: `http://127.0.0.1:${port}` }]);
  await context.addInitScript(watchForSight);
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send("Network.enable");
  if (line) await wire.send("Network.emulateNetworkConditions", line);
  const came = [];
  const note = ({ timestamp, response, encodedDataLength }) =>
    came.push({ at: timestamp * 1000, bytes: response?.encodedDataLength ?? encodedDataLength });
  const asked = new Promise((resolve) => wire.once("Network.requestWillBeSent", resolve));
  wire.on("Network.responseReceived", note);
  wire.on("Network.dataReceived", note);
  await page.goto(`http://127.0.0.1:${port}${portal.jobPath}`, { waitUntil: "networkidle" });
  const { seenAt, loadedAt } = await page.evaluate(loaded);
  const began = (await asked).timestamp * 1000;
  await context.close();
  const kbBy = (at) => came.reduce((sum, one) => sum + (one.at - began <= at ? one.bytes : 0), 0) / 1000;
  return { seenAt, loadedAt, seenKb: kbBy(seenAt), allKb: kbBy(Number.POSITIVE_INFINITY) };
}

async function signedIn(browser, { port, cookie }) {
  const context = await browser.newContext({ viewport });
  await context.addCookies([{ name: cookie.name, value: cookie.value, url: `http://127.0.0.1:${port}` }]);
  await context.addInitScript(watchForCards);
  return context;
}

async function openBoard(context, { port }) {
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}/board`, { waitUntil: "commit" });
  await page.waitForFunction(() => window.cardsPaintedAt, null, { timeout: patience });
  return page;
}

/** Drags the first card of one column into the next and back, with a second screen looking on. */
async function dragCards(browser, shop, times) {
  const [mine, theirs] = [await signedIn(browser, shop), await signedIn(browser, shop)];
  const [page, other] = [await openBoard(mine, shop), await openBoard(theirs, shop)];
  await page.waitForTimeout(1_000);
  await page.evaluate(watchFrames);
  const there = shop.stages[2].id;
  const back = shop.stages[3].id;
  const taken = { frameGap: [], longestTask: [], secondScreen: [] };
  for (let turn = 0; turn < times; turn++) {
    const [from, to] = turn % 2 === 0 ? [there, back] : [back, there];
    const drag = await dragFirst(page, other, from, to);
    for (const name of Object.keys(taken)) taken[name].push(drag[name]);
  }
  await Promise.all([mine.close(), theirs.close()]);
  return taken;
}

async function dragFirst(page, other, from, to) {
  const card = page.locator(`[data-stage="${from}"] [data-number]`).first();
  const number = Number(await card.getAttribute("data-number"));
  const start = centre(await card.boundingBox());
  const end = centre(await page.locator(`[data-stage="${to}"] [data-number]`).first().boundingBox());
  await other.evaluate(watchForArrival, { number, stageId: to });
  const began = await page.evaluate(() => performance.now());
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, end.y + 120, { steps: 30 });
  await page.mouse.move(end.x, end.y - 30, { steps: 30 });
  await page.mouse.up();
  await other.waitForFunction(() => window.arrivedAt, null, { timeout: patience });
  await page.waitForTimeout(400);
  const seen = await page.evaluate((since) => {
    const frames = window.framesAt.filter((at) => at >= since);
    const gaps = frames.slice(1).map((at, index) => at - frames[index]);
    const tasks = window.longTasks.filter(({ startTime }) => startTime >= since);
    return {
      frameGap: Math.max(...gaps),
      longestTask: Math.max(0, ...tasks.map(({ duration }) => duration)),
      droppedAt: window.droppedAt,
    };
  }, began);
  return { ...seen, secondScreen: (await other.evaluate(() => window.arrivedAt)) - seen.droppedAt };
}

const centre = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });
