namespace MspBot.Sandbox.Past;

/// <summary>The head asks and closes, and fills in for every school; the methodologist accepts, sets goals and concludes.</summary>
internal sealed partial class PastWriter
{
    private async Task Surveys()
    {
        var surveys = past.Surveys;
        await Run("alter table survey_value disable trigger user; alter table survey_indicator disable trigger user; begin");
        await Copy("indicator (id, kind, every, month)", PastSurveys.Indicators, (row, i) => row
            .Add(i.Id).Add(i.Kind.ToString()).Add(i.Every.ToString()).Add(i.Month));
        await Copy("indicator_version (id, indicator_id, nr, name, unit, hint, better, by_person, at)", PastSurveys.Indicators,
            (row, i) => row
            .Add(i.Id).Add(i.Id).Add((int?)1).Add(i.Name).Add(i.Unit.Length == 0 ? null : i.Unit).Add(i.Hint).Add(i.Better.ToString())
            .Add(1L).Add((DateTimeOffset?)past.Opened));
        await Copy("survey (id, label, every, first_day, last_day, due_on, state, created_by, created_at, opened_at, closed_at)",
            surveys.Surveys, (row, s) => row
            .Add(s.Id).Add(s.Label).Add("HalfYear").Add((DateOnly?)s.First).Add((DateOnly?)s.Last).Add((DateOnly?)s.DueOn)
            .Add(s.State.ToString()).Add(1L).Add((DateTimeOffset?)s.OpenedAt).Add((DateTimeOffset?)s.OpenedAt).Add(s.ClosedAt));
        await Copy("survey_closing (survey_id, nr, closed_by, closed_at)", surveys.Surveys.Where(s => s.ClosedAt is not null),
            (row, s) => row
            .Add(s.Id).Add((int?)1).Add(1L).Add(s.ClosedAt));
        await Copy("survey_indicator (survey_id, indicator_version_id, position)",
            surveys.Surveys.SelectMany(s => PastSurveys.AskedIn(s).Select((one, nr) => (s.Id, one.Id, nr + 1))), (row, i) => row
            .Add(i.Item1).Add(i.Item2).Add((int?)i.Item3));
        await Copy(
            "survey_school (survey_id, school_id, state, version, sent_at, sent_by, resent_at, returned_at, accepted_at, accepted_by)",
            surveys.Schools, (row, s) => row
            .Add(s.Survey).Add(s.School).Add(s.State.ToString()).Add((int?)2).Add(s.SentAt).Add(s.SentAt is null ? null : 1L)
            .Add(s.ResentAt).Add(s.ReturnedAt).Add(s.AcceptedAt).Add(s.AcceptedAt is null ? null : 2L));
        await Copy(
            "survey_value (survey_id, school_id, indicator_version_id, part, whole, words, missing, surprising, why, by_person, at)",
            surveys.Values, (row, v) => row
            .Add(v.Survey).Add(v.School).Add(v.Indicator).Add(v.Value.Part).Add(v.Value.Whole).Add(v.Value.Words)
            .Add(v.Value.Missing?.ToString()).Add((bool?)v.Surprising).Add(v.Why).Add(1L).Add((DateTimeOffset?)v.At));
        await Copy("survey_remark (survey_id, school_id, indicator_version_id, words, by_person, at, settled_at)",
            surveys.Schools.Where(s => s.ReturnedAt is not null), (row, s) => row
            .Add(s.Survey).Add(s.School).Add(3L).Add("Уточните, сколько педагогов в школе").Add(2L).Add(s.ReturnedAt).Add(s.ResentAt));
        await Recommended(surveys);
        await Copy("effect_goal (year, figure, goal, by_person, at)", surveys.Goals, (row, g) => row
            .Add((int?)g.Year).Add(g.Figure.ToString()).Add((decimal?)g.Goal).Add(2L).Add((DateTimeOffset?)g.At));
        await Copy("conclusion (id, label, first_day, last_day, words, by_person, at, sent_at, answer, answered_by, answered_at)",
            surveys.Conclusions, (row, c) => row
            .Add(c.Id).Add(c.Label).Add((DateOnly?)c.First).Add((DateOnly?)c.Last).Add(c.Words).Add(2L).Add((DateTimeOffset?)c.At)
            .Add(c.SentAt).Add(c.Answer).Add(c.Answer is null ? null : 1L).Add(c.AnsweredAt));
        await Run("commit; alter table survey_value enable trigger user; alter table survey_indicator enable trigger user");
    }

    private async Task Recommended(PastSurveys surveys)
    {
        await Copy(
            "recommendation (id, school_id, survey_id, words, due_on, by_person, at, seen_at, seen_by, outcome, outcome_at)",
            surveys.Recommendations, (row, r) => row
            .Add(r.Id).Add(r.School).Add(r.Survey).Add(r.Words).Add((DateOnly?)r.DueOn).Add(2L).Add((DateTimeOffset?)r.At).Add(r.SeenAt)
            .Add(r.SeenAt is null ? null : 1L).Add(r.Outcome?.ToString()).Add(r.OutcomeAt));
        await Copy("survey_recommendation (survey_id, school_id, recommendation_id, outcome, by_person, at)",
            surveys.Recommendations.Where(r => r.AskedIn is not null), (row, r) => row
            .Add(r.AskedIn).Add(r.School).Add(r.Id).Add(r.Outcome?.ToString()).Add(r.Outcome is null ? null : 1L).Add(r.OutcomeAt));
    }
}
