/** Reads the small JSON object that a page posts. */

const MAX_BODY = 1_024; // UTF-16 units

/** Its fields; none if the body has more than `most` UTF-16 units, is no JSON object, or does not arrive whole. */
export async function fieldsOf(request: Request, most = MAX_BODY): Promise<Record<string, unknown>> {
  try {
    let json = "";
    for await (const part of request.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      json += part;
      if (json.length > most) return {};
    }
    return Object(JSON.parse(json)) as Record<string, unknown>;
  } catch {
    return {};
  }
}
