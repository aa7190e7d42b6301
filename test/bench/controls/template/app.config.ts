/** Vite's configuration for SolidStart's bare template as a Worker, with which the page's server time is compared. */
import { cloudflare } from "@cloudflare/vite-plugin";
import { solidStart } from "@solidjs/start/config";
import { defineConfig } from "vite";

export default defineConfig({
  environments: { ssr: { build: { minify: true } } },
  plugins: [
    solidStart({ devOverlay: false }),
    cloudflare({
      viteEnvironment: { name: "ssr" },
      config: { name: "template", main: "worker.ts", compatibility_date: "2026-10-06" },
    }),
  ],
});
