/** Shortens the family tree of an archive: ancestors that only pass a way on are folded into who came after them. */
import type { Node } from './archive.ts';

/**
 * Afterwards at most about twice as many nodes are alive as the archive has. No way changes: the inputs from the start
 * to every node stay the same.
 */
export function compact(nodes: readonly Node[], root: Node): void {
  const kept = new Set<Node>(nodes).add(root);
  const children = countChildren(nodes, kept);
  const forks = [...children].filter(([node, count]) => count > 1 && !kept.has(node)).map(([node]) => node);
  const stays = new Set<Node>(forks);
  for (const node of kept) stays.add(node);
  for (const node of stays) foldInto(node, stays);
}

function countChildren(nodes: readonly Node[], kept: ReadonlySet<Node>): Map<Node, number> {
  const children = new Map<Node, number>();
  for (const node of nodes) {
    for (let at = node; at.parent !== null; at = at.parent) {
      const count = children.get(at.parent) ?? 0;
      children.set(at.parent, count + 1);
      if (count > 0 || kept.has(at.parent)) break;
    }
  }
  return children;
}

function foldInto(node: Node, stays: ReadonlySet<Node>): void {
  const parts = [node.inputs];
  let parent = node.parent;
  while (parent !== null && !stays.has(parent)) {
    parts.push(parent.inputs);
    parent = parent.parent;
  }
  if (parts.length === 1) return;
  node.parent = parent;
  // Joined by way of an array: a string of strings would keep all of them alive.
  node.inputs = parts.reverse().join('');
}
