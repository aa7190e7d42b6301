/** The application: its one route, and what all pages share. */
import { ErrorBoundary } from "solid-js";
import "./app.css";
import { ChannelRoute } from "./page/ChannelRoute";
import { ErrorPage } from "./ui/ErrorPage";

export default function App() {
  return (
    <ErrorBoundary fallback={(error: unknown) => <ErrorPage error={error} />}>
      {/* No file route: its chunk would load late, and an event before that makes Solid rebuild the page without the typed text */}
      <ChannelRoute />
    </ErrorBoundary>
  );
}
