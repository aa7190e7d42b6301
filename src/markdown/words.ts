/** Where a word begins and ends. Chinese, Japanese, Thai and others put no spaces between words, and Korean none before particles. */

const UNSPACED = "\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{sc=Hang}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}";

/** A letter or digit of a script that puts spaces between words. All expressions here need the flag `v`. */
export const LETTER = `[[\\p{L}\\p{N}\\p{M}]--[${UNSPACED}]]`;
/** A letter of another script. */
export const UNSPACED_LETTER = `[${UNSPACED}]`;
