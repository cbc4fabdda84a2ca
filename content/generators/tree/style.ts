/** The kinds of trees. */

/** Every kind of tree, chosen by gene 4. */
export const STYLES = ['cloudy', 'windswept', 'blossoming', 'tiered', 'weeping', 'palmlike'] as const;

/** One kind of tree. */
export type Style = (typeof STYLES)[number];
