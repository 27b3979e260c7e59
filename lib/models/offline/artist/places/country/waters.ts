// Settings by the water: river, sea, shore.
import { isOnWater } from "../../figures/crew.ts";
import { type Pt, rowsOf, through } from "../../pen/curves.ts";
import { build } from "../compositions.ts";
import { setOut } from "../drawers.ts";
import { isHarbour } from "../places.ts";
import { band, fade, ground, type Stage } from "../stage.ts";
import { harbour } from "../town/harbour.ts";
import { drawSky } from "../weather/sky.ts";
import { rock, scuffs } from "./ground-cover.ts";
import { drawMiddleGround } from "./middle-ground.ts";
import { ridge, treeKind } from "./nature.ts";
import { water } from "./water.ts";

export function river(stage: Stage): void {
  const { pen, camera, place, height } = stage;
  const { horizon } = camera;
  drawSky(stage, horizon);
  ridge(stage, place, { base: horizon + 4, height: height * 0.16, rough: 0.2, paint: { tone: 0.34 } });
  ground(stage, { tone: 0.1 });
  const far = camera.see(0, 0, stage.behind + 9)[1];
  const near = camera.see(0, 0, stage.behind * 0.94)[1];
  const to = isOnWater(stage.picture) ? height + 40 : near;
  water(stage, place, { from: far, to, rough: 0.15, tone: 0.28 });
  pen.line(through([-40, far], [stage.width * 0.5, far + 4], [stage.width + 40, far]), 0.8, "none");
  const kind = treeKind(place, stage.picture.scene.season, false);
  setOut(stage, "country/river-far", [0, 0, stage.behind], { given: { kind } });
  // Whoever is in a boat is seen from the water.
  if (isOnWater(stage.picture)) return;
  setOut(stage, "country/river-near", [0, 0, stage.behind], {
    given: {
      ...{ low: near, near: stage.behind * 0.9 },
      ...{ sown: camera.distance * 0.85, grown: stage.behind * 0.93 },
    },
  });
}

export const roughOf = (stage: Stage) =>
  ({ clear: 0.5, cloudy: 0.5, rain: 0.7, storm: 1, snow: 0.5, wind: 0.8, fog: 0.3 })[
    stage.picture.scene.weather
  ];

export function sea(stage: Stage): void {
  const { camera, place, height } = stage;
  drawSky(stage, camera.horizon);
  const tone = stage.night ? 0.45 : stage.picture.scene.weather === "storm" ? 0.55 : 0.3;
  water(stage, place, { from: camera.horizon, to: height + 40, rough: roughOf(stage), tone });
  drawMiddleGround(stage, "sea");
  const afloat =
    stage.picture.props.includes("boat") ||
    stage.picture.figures.some(({ pose, holds }) => pose === "row" || holds === "oar");
  if (stage.picture.figures.length > 0 && !afloat)
    build(stage, "country/deck", [0, 0, stage.behind - 0.5], {
      given: { near: 0.4, planks: Math.max(0.4, camera.distance * 0.5) },
    });
}

export function shore(stage: Stage): void {
  if (isHarbour(stage.picture)) {
    harbour(stage);
    return;
  }
  const { pen, camera, place, height, width } = stage;
  const { horizon } = camera;
  drawSky(stage, horizon);
  const line = camera.see(0, 0, stage.behind + 1.4)[1];
  water(stage, place, {
    from: horizon,
    to: line,
    rough: roughOf(stage) * 0.6,
    tone: stage.night ? 0.4 : 0.26,
  });
  pen.fill(band(stage, line - 2, height + 40), { tone: fade(line, height, 0.04, 0.16) });
  for (const [dy, paint] of rowsOf([0, "white"], [height * 0.03, "white"])) {
    const points: Pt[] = [];
    for (let i = 0; i <= 8; i++)
      points.push([-40 + ((width + 80) * i) / 8, line + dy + Math.sin(i * 1.7 + dy) * height * 0.012]);
    pen.fill([...points, ...points.toReversed().map(([x, y]): Pt => [x, y + height * 0.014])], paint);
    pen.line(points, 0.6, "none");
  }
  drawMiddleGround(stage, "shore");
  rock(stage, place, { x: -5.2, z: stage.behind + 2.4, w: 3.4, h: 2, tone: 0.4 });
  rock(stage, place, { x: -3.4, z: stage.behind + 2, w: 1.5, h: 0.8, tone: 0.3 });
  rock(stage, place, { x: 6.5, z: stage.behind + 4, w: 2.4, h: 1.2, tone: 0.4 });
  scuffs(stage, place, 26);
  for (let i = 0; i < 30; i++) {
    const [x, y] = camera.see(place.between(-4, 4), 0, camera.distance + place.between(-0.3, 1.2));
    pen.stroke(through([x, y], [x + 4, y + 0.5]), "black", 0.5);
  }
}
