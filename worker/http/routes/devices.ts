/** `/api/devices/<slot>`: what a person's linked devices have in common, as only they can read it (W23). */
import type { Env } from "../../env";
import { identify } from "../../identity/identify";
import { personId } from "../../identity/public-id";
import { fieldsOf } from "../json-body";
import { isOwnOrigin } from "../origin";
import { isOverLimit, isOverOwnLimit } from "../rate-limit";
import { noIdentity, notFound, refuse, tooManyRequests } from "../refusals";
import { setCookies } from "../response-headers";

const SLOT = /^\/api\/devices\/([\w-]{16})$/;
const DATA = /^[\w-]+$/;
const MAX_DATA = 43_691; // characters of base64url: 32 KiB
const MAX_BODY = MAX_DATA + 100; // UTF-16 units

export async function devices(request: Request, url: URL, env: Env): Promise<Response> {
  const [, slot] = SLOT.exec(url.pathname) ?? [];
  if (slot === undefined) return notFound(request);
  if (request.method !== "GET" && request.method !== "PUT") return refuse(request, 405, "otherMethod", { Allow: "GET, PUT" });
  if (request.method === "PUT" && !isOwnOrigin(request, url)) return refuse(request, 403, "otherSitePosts");
  const person = await identify(request, env);
  if (!person) return noIdentity(request);
  if (person.isNew) return refuse(request, 403, "noCookie");
  if (await isOverOwnLimit(person, env, env.DEVICE_SYNCS)) return tooManyRequests(request);
  if (request.method === "PUT" && (await isOverLimit(request, env, env.LINKS))) return tooManyRequests(request);
  const object = env.DEVICES.getByName(personId(person.secret));
  const answer = request.method === "GET" ? Response.json(await object.read(slot)) : await put(request, slot, object);
  answer.headers.set("Cache-Control", "private, no-store");
  return setCookies(answer, person.cookie);
}

async function put(request: Request, slot: string, object: ReturnType<Env["DEVICES"]["getByName"]>): Promise<Response> {
  const { version, data } = await fieldsOf(request, MAX_BODY);
  const isValid = Number.isSafeInteger(version) && typeof data === "string" && data.length <= MAX_DATA && DATA.test(data);
  if (!isValid) return refuse(request, 400, "badDevices");
  const { isStored, ...latest } = await object.write(slot, version as number, data);
  return isStored ? new Response(null, { status: 204 }) : Response.json(latest); // not 409: browsers would report it on the console
}
