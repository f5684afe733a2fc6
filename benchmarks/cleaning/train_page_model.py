"""Learn the weights by which a page saved as text is told from the article in it.

    python -m benchmarks.cleaning.train_page_model DUMPS TRUTH.json [WEIGHTS.json]

DUMPS is a folder of whole web pages as text, TRUTH.json has their articles, as in the public
article-extraction benchmark of 2020 (scrapinghub, MIT licence). First the method is cross-validated
and the figures printed; with a third argument the weights learned from all pages are written there.
Needs python-crfsuite.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from pathlib import Path

import pycrfsuite

from benchmarks.cleaning.pages import Page, f_score, labels_of, precision_recall, read_pages
from tuireader.articles.cleaning.noise.phrases import phrases
from tuireader.articles.cleaning.page.chain import LABELS, STEPS, PageModel
from tuireader.articles.cleaning.page.features import Features, page_features
from tuireader.articles.cleaning.page.rule import article_lines

FOLDS = 8
PENALTY = 3.0
"""Of large weights (L2)."""

Example = tuple[Page, list[Features], str]


def learn(examples: list[Example]) -> PageModel:
    """Return the model learned from some pages."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": 0.0, "c2": PENALTY, "max_iterations": 150})
    for _, features, labels in examples:
        trainer.append(pycrfsuite.ItemSequence(features), list(labels))
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
    states: dict[str, list[float]] = {}
    for (name, label), weight in info.state_features.items():
        states.setdefault(name, [0.0] * len(LABELS))[LABELS.index(label)] = round(weight, 4)
    steps = {f"{a}{b}": round(weight, 4) for (a, b), weight in info.transitions.items()}
    return PageModel(
        {name: tuple(weights) for name, weights in sorted(states.items())},
        {step: steps.get(step, 0.0) for step in STEPS},
    )


def measure(model: PageModel, examples: list[Example]) -> list[tuple[float, float]]:
    """Return precision and recall of each page."""
    result = []
    for page, features, _ in examples:
        kept = article_lines(model.article_probability(features))
        found = "\n".join(text for text, keep in zip(page.texts, kept, strict=True) if keep)
        result.append(precision_recall(page.truth, found))
    return result


def main() -> None:
    dumps, truth, *output = [Path(argument) for argument in sys.argv[1:4]]
    examples: list[Example] = [
        (page, page_features(page.texts, page.gaps, phrases()), labels_of(page))
        for page in read_pages(dumps, truth)
    ]
    random.Random(0).shuffle(examples)
    pairs = []
    for fold in range(FOLDS):
        model = learn([one for at, one in enumerate(examples) if at % FOLDS != fold])
        pairs += measure(model, examples[fold::FOLDS])
    print(f"{len(pairs)} pages, {FOLDS}-fold cross-validation: F1 {f_score(pairs):.4f}")
    if output:
        model = learn(examples)
        print(f"on the pages learned from: F1 {f_score(measure(model, examples)):.4f}")
        data = {"states": model.states, "steps": model.steps}
        text = json.dumps(data, indent=0).replace(",\n", ", ").replace("],", "],\n")
        output[0].write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
