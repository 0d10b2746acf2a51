"""Cuts the operations that the tests' GitHub answers out of @octokit/openapi: cut.py <api.github.com.json> <output>."""
import json
import sys

OPERATIONS = [
    ("/repos/{owner}/{repo}/issues/{issue_number}/comments", "get"),
    ("/repos/{owner}/{repo}/issues/{issue_number}/comments", "post"),
    ("/repos/{owner}/{repo}/issues/comments/{comment_id}", "patch"),
]
DROPPED = {"description", "summary", "tags", "externalDocs", "x-github", "x-octokit", "operationId"}
KEPT_EXAMPLES = {"issue-comment", "issue-comment-items"}


def strip(node, is_map=False):
    """Without prose; the keys of a map of names, such as properties, all stay."""
    if isinstance(node, dict):
        return {key: strip(value, key in ("properties", "schemas")) for key, value in node.items() if is_map or key not in DROPPED}
    return [strip(item) for item in node] if isinstance(node, list) else node


def references(node):
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "$ref":
                yield value
            else:
                yield from references(value)
    elif isinstance(node, list):
        for item in node:
            yield from references(item)


def main():
    source = json.load(open(sys.argv[1], encoding="utf-8"))
    cut = {"openapi": source["openapi"], "info": {key: source["info"][key] for key in ("version", "title", "license")}, "paths": {}, "components": {}}
    for path, method in OPERATIONS:
        cut["paths"].setdefault(path, {})[method] = strip(source["paths"][path][method])
    waiting = list(references(cut["paths"]))
    while waiting:
        _, _, kind, name = waiting.pop().split("/")
        if name in cut["components"].setdefault(kind, {}) or (kind == "examples" and name not in KEPT_EXAMPLES):
            continue
        part = source["components"][kind][name]
        cut["components"][kind][name] = part if kind == "examples" else strip(part)
        waiting += references(cut["components"][kind][name])
    json.dump(cut, open(sys.argv[2], "w", encoding="utf-8"), indent=1, sort_keys=True)
    open(sys.argv[2], "a", encoding="utf-8").write("\n")


main()
