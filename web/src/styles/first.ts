// Styles of the first load, in the order in which they apply.
import "./base.css";
import "./frame.css";
import "./parts.css";
import "./states.css";
import "./new.css";
import "./watch.css";
import "./sheet.css";
import "./shelf.css";
import "./gate.css";
import "./revise.css";
import "./outbox.css";
import "./reader.css";
