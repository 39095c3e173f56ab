"""Rules on quiz items, after what is known of good multiple-choice questions.

Each rule sees an `Item` or a `Paper` of items. Rules on words (`worded`) hold in every
language of which there is a table (`english`, `chinese`); the others look at the source
only (`source`). `docs/items.md` tells where each rule of the course's outline is.
"""
