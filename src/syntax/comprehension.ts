/** The methods that stand for comprehensions in the tree. No program can write them. */
export const COMPREHENSION = '<each>';
/** Of keys and values. */
export const COMPREHENSION_OF_PAIRS = '<each pair>';
