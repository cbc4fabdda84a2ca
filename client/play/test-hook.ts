/**
 * What browser tests may see and do, only with `?test=1` in the address of a world on this machine: `window.__game`.
 * `snapshot()` answers plain data; `hold(byte)` holds a tape byte down, `hold(null)` lets go; `feed(bytes)` plays bytes
 * one a tick before anything else; `look(yaw)` turns the camera; `crowd(n)` draws n walkers more, in this picture only;
 * `watch(eye, target)` holds the camera at a place (m) from now on;
 * `onPage(place)` says where a place on the workbench is seen;
 * `settled()` waits until the island has grown and was drawn. Nothing here can do in the world what hands cannot.
 */
import { DAWN, type Mood } from '#client/scene/atmosphere.ts';
import type { AvatarDraw } from '#client/scene/flock.ts';
import { PLAZA_HEIGHT } from '#content/world/island.ts';
import type { Game } from './game.ts';
import type { OnCourse } from './on-course.ts';

/** What a test reads. Metres and radians. */
export interface GameSnapshot {
  readonly phase: string;
  readonly session: string;
  readonly address: string;
  /** How often the server put the own avatar elsewhere than it was shown. */
  readonly corrections: number;
  readonly self: { readonly x: number; readonly y: number; readonly z: number; readonly yaw: number } | null;
  /** Where the eye looks from: its turn, and how far behind the own body it is where nothing is in the way, m. */
  readonly eye: { readonly yaw: number; readonly distance: number };
  readonly others: readonly {
    readonly name: string;
    readonly machine: boolean;
    readonly gesture: string;
    readonly x: number;
    readonly z: number;
  }[];
  readonly gates: readonly {
    readonly id: string;
    readonly title: string;
    readonly state: string;
    readonly x: number;
    readonly z: number;
  }[];
  readonly run: {
    readonly phase: string;
    readonly ticks: number;
    readonly x: number;
    readonly y: number;
    readonly z: number;
    /** The other characters on the course, with the names of those who move them. */
    readonly companions: readonly { readonly name: string; readonly x: number; readonly z: number }[];
  } | null;
  /** What lies on the workbench, in the payload's own numbers. */
  readonly bench: { readonly work: readonly (readonly number[])[]; readonly settling: boolean } | null;
  readonly picture: {
    readonly calls: number;
    readonly triangles: number;
    readonly renderer: string;
    readonly lost: boolean;
  };
}

/** The hook as tests call it. */
export interface TestHook {
  snapshot(): GameSnapshot;
  hold(byte: number | null): void;
  feed(bytes: readonly number[]): void;
  look(yaw: number): void;
  /** @param like what they do otherwise than walk, one after another and over again */
  crowd(count: number, like?: readonly Partial<AvatarDraw>[]): void;
  watch(eye: readonly [number, number, number], target: readonly [number, number, number]): void;
  /** Where a place on the workbench is seen on the page, CSS pixels. */
  onPage(place: readonly [number, number, number]): { readonly x: number; readonly y: number } | null;
  /** Another sky, in this picture only. */
  sky(mood: Partial<Mood>): void;
  settled(): Promise<void>;
}

/** Opens the hook. */
export function openTestHook(game: Game): void {
  const hook: TestHook = {
    snapshot: () => snapshot(game),
    hold: (byte) => game.devices.hold(byte),
    feed: (bytes) => game.devices.feed(bytes),
    look: (yaw) => {
      game.scene.camera.view.yaw = yaw;
    },
    crowd: (count, like = []) => {
      game.bodies.crowd = Array.from({ length: count }, (_, at) => ({
        ...walker(at, count),
        ...like[at % like.length],
      }));
    },
    watch: (eye, target) => {
      game.scene.camera.fly((camera) => {
        camera.position.set(...eye);
        camera.lookAt(...target);
      });
    },
    onPage: (place) => game.outing.bench?.onPage(place) ?? null,
    sky: (mood) => game.scene.weather.set({ ...DAWN, ...mood }, true),
    settled: async () => {
      await game.scene.grown;
      for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    },
  };
  Reflect.set(window, '__game', hook);
}

function snapshot(game: Game): GameSnapshot {
  const { client, view, visit } = game;
  const { course, bench } = game.outing;
  const self = client.self();
  const stats = game.scene.stats();
  const others = client.others(performance.now());
  return {
    phase: game.hud.phase.value,
    session: client.session,
    address: visit.session().address,
    corrections: client.corrections,
    self: self === null ? null : { x: self.x, y: self.y, z: self.z, yaw: self.yaw },
    eye: { yaw: game.scene.camera.view.yaw, distance: game.scene.camera.view.distance },
    others: others.map(({ name, machine, gesture, x, z }) => ({ name, machine, gesture, x, z })),
    gates: view.gates.map(({ id, title, state, x, z }) => ({ id, title, state, x, z })),
    run: course === null ? null : runOf(course, game.hud.run.value?.ticks ?? 0),
    bench: bench === null ? null : { work: bench.bench.work, settling: bench.bench.settling.value },
    picture: { calls: stats.calls, triangles: stats.triangles, renderer: stats.renderer, lost: stats.lost },
  };
}

function runOf(course: OnCourse, ticks: number): GameSnapshot['run'] {
  const companions = course.companions.map(({ name = '', x, z }) => ({ name, x, z }));
  return { phase: course.phase, ticks, ...place(course.pose), companions };
}

/** One of `count` walkers spread over the plaza before the visitor. */
function walker(index: number, count: number): AvatarDraw {
  const turn = (index / count) * Math.PI * 2;
  const away = 4 + (index % 4) * 2;
  const at = { x: Math.cos(turn) * away, y: PLAZA_HEIGHT, z: Math.sin(turn) * away };
  const name = `Walker ${index + 1}`;
  return {
    ...at,
    id: name,
    name,
    look: index * 97,
    yaw: turn,
    speed: 2,
    air: 0,
    gesture: 'none',
    swims: false,
    head: null,
    skin: '',
    isSelf: false,
    isMachine: false,
  };
}

function place({ x, y, z }: { readonly x: number; readonly y: number; readonly z: number }) {
  return { x, y, z };
}
