/** Many copies of one shape, each with its own place and colour, in one draw; room grows as it is needed. */
import { type BufferGeometry, Color, DynamicDrawUsage, Group, InstancedMesh, type Material, Matrix4 } from 'three';

/** How a swarm is drawn beside its shape and material. */
export type SwarmLook = {
  readonly shadows: boolean;
  /** Later is drawn over earlier, for what one can see through. */
  readonly order?: number;
};

const FIRST_ROOM = 64;

/** Call `begin`, `add` for each copy, then `end`. */
export class Swarm {
  readonly group = new Group();
  readonly #geometry: BufferGeometry;
  readonly #material: Material;
  readonly #look: SwarmLook;
  readonly #colour = new Color();
  #mesh: InstancedMesh;
  #room = FIRST_ROOM;
  #count = 0;

  constructor(geometry: BufferGeometry, material: Material, look: SwarmLook) {
    this.#geometry = geometry;
    this.#material = material;
    this.#look = look;
    this.#mesh = this.#build();
  }

  begin(): void {
    this.#count = 0;
  }

  /** Adds a copy; the matrix is copied. @param colour as CSS or hex */
  add(matrix: Matrix4, colour: string | number): void {
    if (this.#count === this.#room) this.#grow();
    this.#mesh.setMatrixAt(this.#count, matrix);
    this.#mesh.setColorAt(this.#count, this.#colour.set(colour));
    this.#count++;
  }

  end(): void {
    this.#mesh.count = this.#count;
    this.#mesh.visible = this.#count > 0;
    this.#mesh.instanceMatrix.needsUpdate = true;
    if (this.#mesh.instanceColor !== null) this.#mesh.instanceColor.needsUpdate = true;
  }

  dispose(): void {
    this.#mesh.dispose();
    this.#geometry.dispose();
    this.#material.dispose();
  }

  #grow(): void {
    const old = this.#mesh;
    const matrix = new Matrix4();
    const colour = new Color();
    this.#room *= 2;
    this.#mesh = this.#build();
    for (let i = 0; i < this.#count; i++) {
      old.getMatrixAt(i, matrix);
      old.getColorAt(i, colour);
      this.#mesh.setMatrixAt(i, matrix);
      this.#mesh.setColorAt(i, colour);
    }
    old.removeFromParent();
    old.dispose();
  }

  #build(): InstancedMesh {
    const mesh = new InstancedMesh(this.#geometry, this.#material, this.#room);
    // The program knows of colours from its first draw on.
    mesh.setColorAt(0, this.#colour.set(0xffffff));
    mesh.instanceMatrix.setUsage(DynamicDrawUsage);
    mesh.frustumCulled = false;
    mesh.count = 0;
    mesh.visible = false;
    mesh.castShadow = this.#look.shadows;
    mesh.receiveShadow = this.#look.shadows;
    mesh.renderOrder = this.#look.order ?? 0;
    this.group.add(mesh);
    return mesh;
  }
}
