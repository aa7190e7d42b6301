/** The application: its one route, and what all pages share. */
import { ErrorBoundary } from "solid-js";
import "./tokens.css";
import "./app.css";
import "./page/OutdatedBrowser.css"; // the server alone renders it, and only the browser's scripts bring styles
import { ChannelRoute } from "./page/ChannelRoute";
import { ErrorPage } from "./ui/ErrorPage";
import "./forced-colors.css"; // after those of the components

export default function App() {
  return (
    <ErrorBoundary fallback={(error: unknown) => <ErrorPage error={error} />}>
      {/* No file route: its chunk would load late, and an event before that makes Solid rebuild the page without the typed text */}
      <ChannelRoute />
    </ErrorBoundary>
  );
}
