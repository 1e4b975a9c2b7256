using MspBot.Data.Surveys.Filling;
using MspBot.Domain.Spelling;
using MspBot.Domain.Surveys.Filling;
using MspBot.Domain.Surveys.Indicators;
using MspBot.Host.Conversations.Dialogs;

namespace MspBot.Host.Surveys.Filling;

/// <summary>What was answered to an indicator: a value, nothing, or the answer that stands.</summary>
/// <param name="Value">Null: «Нет данных», unless the answer stays.</param>
/// <param name="Stays">«Оставить как есть»</param>
internal sealed record GivenAnswer(SurveyValue? Value, bool Stays = false);

/// <summary>Why there is nothing; words where they were typed at once, and the answer where there is one after all.</summary>
internal sealed record GivenReason(MissingReason Reason, string? Words = null, SurveyValue? Instead = null);

/// <summary>Whether a surprising value is meant, and why it is so; else what is, where that was typed at once.</summary>
internal sealed record GivenSurprise(bool IsMeant, string? Why = null, SurveyValue? Instead = null);

/// <summary>What can be answered to a question: its buttons, and what typed words mean.</summary>
internal static class TypedAnswers
{
    internal static IReadOnlyList<Option<GivenAnswer>> Options(SchoolQuestion one)
    {
        var options = new List<Option<GivenAnswer>>();
        if (one is { Remark: not null, Value: not null })
            options.Add(new(new(null, Stays: true), QuestionTexts.Stays, FillingTexts.Value(one)));
        if (one.Kind == IndicatorKind.YesNo)
        {
            options.Add(new(new(SurveyValue.YesNo(true)), QuestionTexts.Yes));
            options.Add(new(new(SurveyValue.YesNo(false)), QuestionTexts.No));
        }
        else if (one.Comparable is { Part: { } part } before && !(part < one.Minimum || part > one.Maximum))
        {
            options.Add(new(new(before), QuestionTexts.Same, ValueTexts.Of(one.Kind, before, one.Unit)));
        }
        options.Add(new(new((SurveyValue?)null), QuestionTexts.NoData));
        return options;
    }

    internal static Parsed<GivenAnswer> Read(SchoolQuestion one, string typed)
    {
        if (one.Kind != IndicatorKind.Words) return Read(one, TypedValue.Read(one.Kind, typed, one.Minimum, one.Maximum));
        return TextRule.Apply(typed, SurveyBounds.Words, null) switch
        {
            Parsed<string>.Good { Value: var words } => Read(one, TypedValue.Read(one.Kind, words)),
            Parsed<string>.Bad { Because: var because } => new Parsed<GivenAnswer>.Bad(because),
            _ => new Parsed<GivenAnswer>.Bad(DialogTexts.Empty),
        };
    }

    private static Parsed<GivenAnswer> Read(SchoolQuestion one, TypedValue read) => read switch
    {
        TypedValue.Understood { Value: var value } => new Parsed<GivenAnswer>.Good(new(value), ValueTexts.Of(one.Kind, value, one.Unit)),
        TypedValue.NoShare { Because: ShareRefusal.PartTooLarge, Typed: var typed } => Reversed(one, typed),
        TypedValue.NoShare { Because: var because } => new Parsed<GivenAnswer>.Bad(QuestionTexts.Refused(because)),
        TypedValue.NamesPupil { Words: var words } => new Parsed<GivenAnswer>.Doubtful(PupilTexts.Like,
            [new(new(SurveyValue.Said(words)), PupilTexts.NoPupil, words)], PupilTexts.Retype),
        TypedValue.Wrong { Fault: var fault } => new Parsed<GivenAnswer>.Bad(QuestionTexts.Refused(fault, one)),
        _ => throw new InvalidOperationException("typed words are understood, or refused for a reason"),
    };

    private static Parsed<GivenAnswer>.Doubtful Reversed(SchoolQuestion one, Share typed)
    {
        var value = SurveyValue.Share(typed.Whole, typed.Part);
        return new(QuestionTexts.Reversed(typed),
            [new(new(value), QuestionTexts.YesReversed(typed), ValueTexts.Of(one.Kind, value))], PupilTexts.Retype);
    }

    internal static IReadOnlyList<Option<GivenReason>> Reasons { get; } =
        [.. Enum.GetValues<MissingReason>().Select(reason => new Option<GivenReason>(new(reason), QuestionTexts.Reason(reason)))];

    /// <summary>Words, or the answer itself: «Нет данных» was pressed in haste.</summary>
    internal static Parsed<GivenReason> Reason(SchoolQuestion one, string typed) =>
        Why(typed, words => new GivenReason(MissingReason.Other, words)) switch
        {
            Parsed<GivenReason>.Good good when Answer(one, typed) is { } value => new Parsed<GivenReason>.Doubtful(QuestionTexts.LikeAnswer,
                [
                    new(new(default, Instead: value), QuestionTexts.TakeAnswer(one, value), ValueTexts.Of(one.Kind, value, one.Unit)),
                    new(good.Value, QuestionTexts.IsReason, good.Value.Words),
                ], PupilTexts.Retype),
            var read => read,
        };

    internal static IReadOnlyList<Option<GivenSurprise>> Surprises { get; } =
        [new(new(true), QuestionTexts.SureYes), new(new(false), QuestionTexts.Fix)];

    /// <summary>«да», «нет», another answer, or why it is so.</summary>
    internal static Parsed<GivenSurprise> Surprised(SchoolQuestion one, string typed)
    {
        var bare = string.Concat(Folded.Of(typed).Where(sign => char.IsLetter(sign) || sign == ' ')).Trim();
        if (SaysYes.Contains(bare)) return new Parsed<GivenSurprise>.Good(new(true), QuestionTexts.SureYes);
        if (SaysNo.Contains(bare)) return new Parsed<GivenSurprise>.Good(new(false), QuestionTexts.Fix);
        return Why(typed, words => new GivenSurprise(true, words)) switch
        {
            Parsed<GivenSurprise>.Good good when Answer(one, typed) is { } value =>
                new Parsed<GivenSurprise>.Doubtful(QuestionTexts.LikeNewAnswer,
                    [
                        new(new(false, Instead: value), QuestionTexts.FixTo(one, value), ValueTexts.Of(one.Kind, value, one.Unit)),
                        new(good.Value, QuestionTexts.IsReason, good.Value.Why),
                    ], PupilTexts.Retype),
            var read => read,
        };
    }

    private static readonly string[] SaysYes = ["да", "верно", "да верно", "все верно", "да все верно", "ага", "точно", "правильно"];
    private static readonly string[] SaysNo =
        ["нет", "неверно", "не верно", "нет не верно", "нет неверно", "ошибка", "ошиблась", "ошибся", "опечатка", "неправильно"];

    /// <summary>The answer that these words are; null: they are none, or it would be words as a reason is.</summary>
    private static SurveyValue? Answer(SchoolQuestion one, string typed) => one.Kind != IndicatorKind.Words
        && TypedValue.Read(one.Kind, typed, one.Minimum, one.Maximum) is TypedValue.Understood { Value: var value } ? value : null;

    /// <summary>A reason in a few words.</summary>
    internal static Parsed<string> Why(string typed) => Why(typed, words => words);

    private static Parsed<T> Why<T>(string typed, Func<string, T> made) => TextRule.Apply(typed, SurveyBounds.Why, null) switch
    {
        Parsed<string>.Good { Value: var words } when PupilName.IsLikely(words) => new Parsed<T>.Doubtful(PupilTexts.Like,
            [new(made(words), PupilTexts.NoPupil, words)], PupilTexts.Retype),
        Parsed<string>.Good { Value: var words } => new Parsed<T>.Good(made(words), words),
        Parsed<string>.Bad { Because: var because } => new Parsed<T>.Bad(because),
        _ => new Parsed<T>.Bad(DialogTexts.Empty),
    };
}
