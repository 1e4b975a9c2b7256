namespace MspBot.Domain.Broadcasts.Composing;

/// <summary>What is asked once more before a broadcast goes.</summary>
public enum SendQuestion
{
    /// <summary>The audience is another than the one that was shown.</summary>
    Another,

    /// <summary>The same text went to them a day ago or less than two.</summary>
    SameWords,

    /// <summary>They were written to in the last 24 hours.</summary>
    WrittenLately,
}

/// <summary>What a press of «Отправить» was made with.</summary>
/// <param name="Shown">How many were said to get it.</param>
/// <param name="Sure">What was asked once more was answered.</param>
public readonly record struct SendPress(int Shown, bool Sure);

/// <summary>Whom a broadcast would reach at the press.</summary>
/// <param name="Gets">How many get it.</param>
/// <param name="Lately">Of these: to whom something went in the last 24 hours.</param>
/// <param name="SameWords">Of these: to whom this very text went in the last two days.</param>
public readonly record struct SendCounts(int Gets, int Lately, int SameWords);

/// <summary>Whether «Отправить» sends, or asks once more.</summary>
public static class SendRules
{
    /// <summary>So far back the same text is looked for.</summary>
    public static readonly TimeSpan SameWordsFor = TimeSpan.FromHours(48);

    /// <summary>Null: it goes. What changed is always asked about, whatever was answered before.</summary>
    public static SendQuestion? Ask(SendPress press, SendCounts counts)
    {
        if (BroadcastBounds.IsAnother(press.Shown, counts.Gets)) return SendQuestion.Another;
        if (press.Sure) return null;
        if (counts.SameWords > 0) return SendQuestion.SameWords;
        return counts.Lately > 0 ? SendQuestion.WrittenLately : null;
    }

    /// <summary>«Просить отметку»: of school heads, tutors and those who lead, not of teachers.</summary>
    public static bool MayAskMark(Audience audience) => audience is Audience.OweSurvey
        or Audience.OfRole { Role: People.Role.SchoolHead or People.Role.Tutor or People.Role.Head or People.Role.Methodologist };
}
