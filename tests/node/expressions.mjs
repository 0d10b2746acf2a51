// Evaluates GitHub expressions with the official evaluator.
import { Evaluator, Lexer, Parser, data } from '@actions/expressions';

const contextNames = ['github', 'inputs', 'steps', 'env', 'runner', 'job', 'needs', 'secrets', 'jobs', 'matrix'];

const toData = (value) => JSON.parse(JSON.stringify(value ?? {}), data.reviver);

const statusFunctions = (failed) => ({
  success: !failed,
  failure: failed,
  always: true,
  cancelled: false,
});

// An expression without ${{ }}; returns expression data.
function evaluateExpression(text, contexts, failed) {
  const functions = Object.entries(statusFunctions(failed)).map(([name, value]) => ({
    name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value),
  }));
  const expression = new Parser(new Lexer(text).lex().tokens, contextNames, functions).parse();
  const root = toData(Object.fromEntries(contextNames.map((name) => [name, contexts[name] ?? {}])));
  return new Evaluator(expression, root, new Map(functions.map((f) => [f.name, f]))).evaluate();
}

// Text with ${{ }} anywhere in it.
export function interpolate(text, contexts, failed = false) {
  return String(text ?? '').replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression) => evaluateExpression(expression.trim(), contexts, failed).coerceString());
}

// The items of a list: an expression that is one, or a list of texts.
export const listOf = (value, contexts) => Array.isArray(value)
  ? value.map((item) => interpolate(item, contexts))
  : evaluateExpression(String(value).replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1').trim(), contexts, false).values().map((item) => item.coerceString());

export const interpolateAll = (map, contexts) =>
  Object.fromEntries(Object.entries(map ?? {}).map(([name, value]) => [name, interpolate(value, contexts)]));

// A condition: true and false as the runner sees them; one that names no status function implies success().
export function condition(text, contexts, failed) {
  if (text === undefined) {
    return !failed;
  }

  const expression = String(text).replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1').trim();
  const implied = /\b(success|failure|always|cancelled)\s*\(/.test(expression) ? expression : `success() && (${expression})`;
  const value = evaluateExpression(implied, contexts, failed);
  return !(value.kind === data.Kind.Null || ['false', '', '0'].includes(value.coerceString()));
}
