namespace MspBot.Domain.Clock;

/// <summary>What somebody meant by a typed day or time: «24.11 15:00», «завтра в 15», «пятница 14.30».</summary>
public abstract record TypedMoment
{
    /// <summary>A day, a time, or both.</summary>
    public sealed record Understood(DateOnly? Day, TimeOnly? Time) : TypedMoment
    {
        /// <summary>Whether the part of the day was said: «3 ночи» can be nothing else.</summary>
        public bool SaysPartOfDay { get; init; }
    }

    /// <summary>There is no such day («30.02»).</summary>
    public sealed record NoSuchDay(string Typed) : TypedMoment;

    /// <summary>There is no such time («25:00»).</summary>
    public sealed record NoSuchTime(string Typed) : TypedMoment;

    /// <summary>Neither a day nor a time.</summary>
    public sealed record Unclear : TypedMoment;
}
