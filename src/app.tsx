/** The application: its routes, and what all pages share. */
import { MetaProvider } from "@solidjs/meta";
import { Router } from "@solidjs/router";
import { FileRoutes } from "@solidjs/start/router";
import { ErrorBoundary, Suspense } from "solid-js";
import "./app.css";
import { ErrorPage } from "./components/ErrorPage";

export default function App() {
  return (
    <ErrorBoundary fallback={(error: unknown) => <ErrorPage error={error} />}>
      <Router
        root={(props) => (
          <MetaProvider>
            <Suspense>{props.children}</Suspense>
          </MetaProvider>
        )}
      >
        <FileRoutes />
      </Router>
    </ErrorBoundary>
  );
}
