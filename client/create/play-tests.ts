/** The way into a play-test and back: what it takes is fetched when it is first wanted. */
import { type Signal, signal } from '@preact/signals';
import { actOf } from '#client/input/key-map.ts';
import { Look } from '#client/input/look.ts';
import { Devices } from '#client/play/devices.ts';
import { sentenceOf } from '#client/play/sentence-of.ts';
import type { Settings } from '#client/play/settings.ts';
import { Avatars } from '#client/scene/avatars.ts';
import { Labels } from '#client/scene/labels.ts';
import type { QualityName } from '#client/scene/quality.ts';
import { Engine } from '#shared/physics/engine.ts';
import type { Scene } from '#shared/physics/scene.ts';
import type { Editor } from './editor.ts';
import { PlayTest, type PlayTestNeeds, type PlayTestView } from './play-test.ts';
import type { Workshop } from './workshop.ts';

/** What play-tests are given. */
export interface PlayTestsNeeds {
  readonly canvas: HTMLCanvasElement;
  readonly editor: Editor;
  readonly workshop: Workshop;
  readonly settings: Settings;
  readonly tier: QualityName;
  /** What the tag over the head says. */
  readonly name: string;
  /** Building stops or goes on. */
  readonly onBuilding: (on: boolean) => void;
}

/** One at a time. */
export class PlayTests {
  /** How the present one goes, or null while building. */
  readonly view = signal<PlayTestView | null>(null);
  /** True while what it takes is fetched. */
  readonly starting = signal(false);
  /** A sentence about why it did not begin, or null. */
  readonly problem: Signal<string | null> = signal(null);
  readonly devices = new Devices(window);
  readonly #needs: PlayTestsNeeds;
  readonly #engine = new Engine();
  #playing: PlayTest | null = null;
  #cast: Pick<PlayTestNeeds, 'avatars' | 'labels'> | null = null;
  #look: Look | null = null;
  #shownMs = 0;

  constructor(needs: PlayTestsNeeds) {
    this.#needs = needs;
    this.devices.setKeys(needs.settings.keys);
    this.devices.sensitivity = needs.settings.sensitivity;
  }

  get isOn(): boolean {
    return this.#playing !== null;
  }

  /** Plays the draft as it stands, if it is sound. */
  async play(): Promise<void> {
    const { scene } = this.#needs.editor.checked.value;
    if (scene === null || this.isOn || this.starting.value) return;
    this.starting.value = true;
    this.problem.value = null;
    try {
      await this.#begin(scene);
    } catch (error) {
      this.#needs.onBuilding(true);
      this.problem.value = sentenceOf(error);
    } finally {
      this.starting.value = false;
    }
  }

  async #begin(scene: Scene): Promise<void> {
    const rapier = await this.#engine.load();
    const { canvas, editor, workshop, settings, tier, name, onBuilding } = this.#needs;
    const { stage } = workshop;
    onBuilding(false);
    stage.course.show(scene, true);
    this.#cast ??= {
      avatars: new Avatars(stage.shared, tier === 'medium' || tier === 'high'),
      labels: new Labels(stage.shared),
    };
    const onClear = (tapes: readonly Uint8Array[], ticks: number) => editor.keepClear(scene, tapes, ticks);
    const { devices } = this;
    this.#playing = new PlayTest({ stage, devices, rapier, onClear, name, ...this.#cast }, scene);
    this.#look = new Look(canvas, this.#playing.follow.view, () => undefined);
    this.#look.sensitivity = settings.sensitivity;
    this.#look.inverted = settings.inverted;
    devices.release();
    this.view.value = this.#playing.view();
  }

  /** Handles one key while it is on. True when it was one of ours. */
  key(event: KeyboardEvent): boolean {
    if (event.code === 'F5') return true;
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const act = actOf(this.#needs.settings.keys, event.code);
    if (event.code === 'Escape') this.stop();
    else if (act === 'restart') this.restart();
    else if (act === 'switch') this.switchOver();
    else if (act === 'behind') this.#playing?.lookAhead();
    return false;
  }

  restart(): void {
    this.#playing?.restart();
  }

  /** On a course for several: moves the next of them. */
  switchOver(): void {
    this.#playing?.switchOver();
  }

  stop(): void {
    this.#playing?.leave();
    this.#playing = null;
    this.#look?.detach();
    this.#look = null;
    this.devices.release();
    this.view.value = null;
    this.#needs.onBuilding(true);
  }

  /** One picture. @param seconds since the last */
  frame(seconds: number, nowMs: number): void {
    this.#playing?.frame(seconds, nowMs / 1_000);
    if (nowMs - this.#shownMs <= 100) return;
    this.#shownMs = nowMs;
    this.view.value = this.#playing?.view() ?? null;
  }
}
