// Preload with --import: the validators import JSON files without the attribute that Node asks for.
import { register } from 'node:module';

register('data:text/javascript,' + encodeURIComponent(`
  export async function load(url, context, next) {
    const json = url.endsWith('.json') && !context.importAttributes?.type;
    return next(url, json ? { ...context, importAttributes: { ...context.importAttributes, type: 'json' } } : context);
  }
`), import.meta.url);
