/** Measures and draws CPU per delivery by the number of peers. */
import { writeFile, mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { LineChart } from "echarts/charts";
import { GridComponent, TitleComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { machine } from "./cores.ts";
import type { RivalName } from "./rivals.ts";
import { stormOf } from "../scenarios/storm.ts";

const PICTURE = fileURLToPath(new URL("../../../.github/pictures/fan-out.svg", import.meta.url));
const PEERS = [10, 50, 100, 500, 1_000, 2_000];
const WRITERS = 1 / 10; // of the peers
const MEASURED = 4_000; // ms
const WARM_UP = 1_500; // ms
const COLOURS: Partial<Record<RivalName, string>> = {
  edgewise: "#2563eb",
  rawsql: "#6b7280",
  partyserver: "#d97706",
  batch: "#059669",
};
const DRAWN = Object.keys(COLOURS) as RivalName[];
const FONT = "system-ui, sans-serif";

export type Curve = [peers: number, cpuPerDelivery: number][];

export async function measure(): Promise<Map<RivalName, Curve>> {
  const curves = new Map<RivalName, Curve>(DRAWN.map((name) => [name, []]));
  for (const peers of PEERS)
    for (const name of DRAWN) {
      const { cpuPerDelivery } = await stormOf(name, peers, peers * WRITERS, MEASURED, WARM_UP);
      curves.get(name)!.push([peers, cpuPerDelivery]);
    }
  return curves;
}

/** Writes the picture; returns where. */
export async function draw(curves: ReadonlyMap<RivalName, Curve>): Promise<string> {
  echarts.use([LineChart, GridComponent, TitleComponent, SVGRenderer]);
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: 800, height: 420 });
  const axis = { type: "log" as const, nameLocation: "middle" as const, minorSplitLine: { show: false } };
  chart.setOption({
    animation: false,
    backgroundColor: "#ffffff",
    textStyle: { fontFamily: FONT },
    title: {
      text: "Server CPU a delivery, by peers in the channel",
      subtext: `A tenth of them write, each the next message on seeing the previous one. Both scales are logarithmic.\n${machine}`,
      left: 16,
      top: 12,
      textStyle: { fontFamily: FONT, fontSize: 16 },
      subtextStyle: { fontFamily: FONT },
    },
    grid: { left: 64, right: 120, top: 96, bottom: 56 },
    xAxis: { ...axis, name: "peers", nameGap: 32, min: PEERS[0], max: PEERS.at(-1) },
    yAxis: { ...axis, name: "µs", nameGap: 40 },
    series: Array.from(curves, ([name, data]) => ({
      type: "line" as const,
      name,
      data,
      symbolSize: 7,
      lineStyle: { width: name === "edgewise" ? 3 : 2 },
      color: COLOURS[name],
      labelLayout: { moveOverlap: "shiftY" as const },
      endLabel: {
        show: true,
        formatter: "{a}",
        color: COLOURS[name],
        fontFamily: FONT,
        fontWeight: name === "edgewise" ? "bold" : "normal",
      },
    })),
  });
  await mkdir(dirname(PICTURE), { recursive: true });
  await writeFile(PICTURE, `${chart.renderToSVGString()}\n`);
  chart.dispose();
  return PICTURE;
}
