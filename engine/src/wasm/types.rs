//! The types of what goes in and out, for TypeScript.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** Whether a product may be for a family. */
export type Verdict = "for-you" | "maybe" | "not-for-you" | "for-everyone";

/** One answer: yes or no, a choice, several choices or ages, a number. */
export type Answer = boolean | string | string[] | number[] | number;

/** What is known of a family. Questions that are not among the answers are unknown. */
export interface Profile {
  answers?: Record<string, Answer>;
  /** Ids of themes the family ticked. */
  needs?: string[];
  /** Ids of products the family says it has already. */
  has?: string[];
  /** The family in one line. */
  who?: string;
}

export interface SearchOptions {
  limit?: number;
  category?: string;
  /** Somebody is still typing: the last word may be a beginning. */
  unfinished?: boolean;
  profile?: Profile;
}

export interface SearchAnswer {
  hits: Hit[];
  themes: { id: string; name: string }[];
  /** Numbers to call at once. */
  crisis: { id: string; name: string; text: string; phone: string }[];
  corrections: { typed: string; meant: string }[];
}

export interface Hit {
  id: string;
  name: string;
  summary: string;
  category: string;
  score: number;
  /** Why it is there, in one line. */
  reason: string;
  /** With a profile: what it is for the family, and why. */
  verdict: Verdict | null;
  verdictReason: string | null;
  received: boolean;
}

export interface Suggestion {
  kind: "theme" | "product" | "category" | "organisation";
  id: string;
  name: string;
  /** The parts of the name that fit what is typed: start and end. */
  matched: [number, number][];
}

export interface Question {
  id: string;
  topic: string;
  form: "yes-no" | "ages" | "one-of" | "several-of" | "municipality" | "number";
  text: string;
  help: string | null;
  /** Why it is asked. */
  why: string;
  choices: { id: string | boolean; label: string }[];
  bounds: { min: number; max: number; unit: string } | null;
}

export interface NextQuestion {
  question: Question;
  /** How many questions, with this one, can still change something. */
  open: number;
  /** How many products its answer may decide. */
  decides: number;
}

export interface Screening {
  /** What matters most. */
  top: Found[];
  rest: { category: string; name: string; found: Found[] }[];
  forEveryone: Found[];
  received: Found[];
  notForYou: Found[];
  contradictions: { question: string; text: string }[];
}

export interface Found {
  id: string;
  name: string;
  summary: string;
  category: string;
  verdict: Verdict;
  received: boolean;
  reason: string;
  /** Conditions that no question can test: "for you, if …". */
  asks: string[];
  /** For "maybe": ids of the questions that would decide it. */
  questions: string[];
  /** Ids of products that come within reach with it. */
  opens: string[];
  contact: string | null;
  phone: string | null;
  score: number;
}

/** What every method throws. */
export interface ExplorerError extends Error {
  name: "ExplorerError";
  kind:
    | "bad-bundle"
    | "bad-language"
    | "bad-input"
    | "query-too-long"
    | "unknown-category"
    | "unknown-theme"
    | "unknown-product"
    | "unknown-question"
    | "bad-answer";
}
"#;
