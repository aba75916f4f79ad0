"""What the page that asks whether a change is to be put back reads."""

from dataclasses import dataclass

from actors.history.changes import Change, RecordChange
from actors.history.undo import Act, Step, plan
from actors.history.words import Said, Words


@dataclass(frozen=True)
class ShownStep:
    """What happens to one record: in words, and column by column. `why`: why nothing does."""

    act: Act
    record: str
    said: list[Said]
    why: str


@dataclass(frozen=True)
class Question:
    """What changed again since: what it says now, and what it would say again."""

    name: str
    record: str
    said: list[Said]
    removes: bool


class UndoPage:
    """What would be put back now, for the account that reads it; `stale`: it was something else when somebody agreed
    to it."""

    def __init__(self, change: Change, reader, *, stale: bool = False, error: str = ""):
        self.change, self.stale, self.error = change, stale, error
        self.plan = plan(change)
        steps = (_as_change(step, step.values) for step in self.plan.steps)
        self.words = Words([*steps, *change.records], reader=reader)

    @property
    def steps(self) -> list[ShownStep]:
        """Each record to which something happens without a question."""
        shown = []
        for step in self.plan.steps:
            asked = {column for columns in step.questions.values() for column in columns}
            sure = {column: values for column, values in step.values.items() if column not in asked}
            if step.act is not Act.NOTHING and sure and not (step.act is Act.REMOVE and asked):
                said = self.words.said(_as_change(step, sure))
                shown.append(ShownStep(step.act, self.words.record(step.change), said, ""))
        return shown

    @property
    def left_alone(self) -> list[ShownStep]:
        """Each record that stays as it is, and why."""
        steps = [step for step in self.plan.steps if step.act is Act.NOTHING]
        return [ShownStep(step.act, self.words.record(step.change), [], step.why) for step in steps]

    @property
    def questions(self) -> list[Question]:
        return [
            Question(
                name,
                self.words.record(step.change),
                self.words.said(_as_change(step, {column: step.values[column] for column in columns})),
                step.act is Act.REMOVE,
            )
            for step in self.plan.steps
            for name, columns in step.questions.items()
        ]


def _as_change(step: Step, values: dict[str, tuple]) -> RecordChange:
    """What a step does, as a change like those that were made."""
    now = {name: value for name, (value, _then) in values.items()}
    then = {name: value for name, (_now, value) in values.items()}
    before = None if step.act is Act.RESTORE else now
    return RecordChange(step.model, step.change.pk, before, None if step.act is Act.REMOVE else then)
