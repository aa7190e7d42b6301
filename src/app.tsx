/** The application: its routes, and what all pages share. */
import { MetaProvider } from "@solidjs/meta";
import { Route, Router } from "@solidjs/router";
import { ErrorBoundary, Suspense } from "solid-js";
import "./app.css";
import { AnyPath } from "./page/ChannelRoute";
import { ErrorPage } from "./ui/ErrorPage";

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
        {/* Not a file route: those load late, and an event before that would have the whole page made anew, without what was typed */}
        <Route path="*path" component={AnyPath} />
      </Router>
    </ErrorBoundary>
  );
}
