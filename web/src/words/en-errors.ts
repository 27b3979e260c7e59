// What went wrong and what to do, in English: by the codes of the service's answers and of books that failed. `{detail}` is what
// the service says itself.
export const EN_ERRORS = {
  "problem.offline": "The service was not reached. Check the connection, then try again.",
  "problem.internal":
    "Something went wrong in the service. Nothing of yours was lost; try again in a moment.",
  "problem.store-unavailable": "A part of the service does not answer. Try again in a moment.",
  "problem.too-many-requests": "Too many requests. Wait {n} seconds, then try again.",
  "problem.too-many-running":
    "You have as many books in the making as may run at once. Let one end, or cancel one.",
  "problem.guests-off": "This service takes no guests. Ask whoever runs it for an account.",
  "problem.session-not-found": "There is no such book: it was deleted, or it belongs to somebody else.",
  "problem.book-not-found": "The book of this link is not shared any more. Ask whoever sent it to you.",
  "problem.session-not-active": "The book is not being made any more. You see its newest state.",
  "problem.book-not-ready": "The book is not finished yet. It can be shared and downloaded once it is.",
  "problem.export-failed": "The file could not be made. Ask for it once more.",
  "problem.idempotency-in-flight": "It is being started at this moment. Try again in a second.",
  "problem.story-unusable": "A book cannot be made of this text: {detail}",
  "problem.language-mismatch":
    "The offline author does not translate. Make the book in the story's own language, or give a lettering.csv.",
  "problem.language-unsupported":
    "The story is neither Japanese nor English. Books are made of these two languages alone.",
  "problem.style-unsupported":
    "These models do not write strips of four. Choose this machine under “Drawn by”, or another style.",
  "problem.models-unreachable": "These models are not reached from here. Choose others under “Drawn by”.",
  "problem.portrait-unusable":
    "One of your portraits could not be used. Remove it, or choose another picture.",
  "problem.body-too-large": "That is too much at once. Shorten the story, or leave out some portraits.",
  "problem.invalid-edit": "This change does not fit, and nothing was changed: {detail}",
  "problem.not-editable": "This cannot be changed by hand: {detail}",
  "failure.details": "What the service says",
  "failure.budget-session": "This book has used up what it may cost. Raise the limit, then go on from there.",
  "failure.budget-day": "Your budget for today is used up. Go on from there tomorrow, or raise it.",
  "failure.spending-stopped": "All spending is stopped for now. Go on from there once it is allowed again.",
  "failure.other": "The work came upon something that it cannot do. What was made is kept; go on from there.",
  "failure.refused":
    "A model's safety filter refused a part of it. Change the story or that panel, then go on.",
  "failure.story-unusable":
    "A book cannot be made of this story. Change the text, and start it as a new book.",
  "failure.does-not-translate":
    "The writer of this book does not translate. Go back to the story's own language, or give a lettering.csv.",
  "failure.model-key": "The model's key was not accepted. Whoever runs the service can renew it; then go on.",
  "failure.model-gone": "The model is not offered any more. Start the book anew with another one.",
  "failure.model-rejected":
    "The model did not accept a request. Go on from there, or start with another model.",
  "failure.model-access":
    "The models of this book are not reached from here. Go on from there once they are.",
  "failure.session-deadline": "It took longer than a book may. What was made is kept; go on from there.",
  "failure.step-deadline": "A step took longer than it may. Go on from there.",
  "failure.attempt-failed": "A step failed five times. Go on from there; what was made is kept.",
  "failure.dead-letter": "A step could not be delivered. Go on from there; what was made is kept.",
  "failure.lapsed": "Every worker that tried a step disappeared. Go on from there; what was made is kept.",
} as const;
