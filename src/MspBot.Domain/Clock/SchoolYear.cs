namespace MspBot.Domain.Clock;

/// <summary>From 1 September to 31 August. <paramref name="First"/> is the calendar year in which it begins.</summary>
public readonly record struct SchoolYear(int First)
{
    public DateOnly FirstDay => new(First, 9, 1);

    public DateOnly LastDay => new(First + 1, 8, 31);

    public SchoolYear Before => new(First - 1);

    public SchoolYear Next => new(First + 1);

    public static SchoolYear Of(DateOnly day) => new(day.Month >= 9 ? day.Year : day.Year - 1);

    public bool Holds(DateOnly day) => day >= FirstDay && day <= LastDay;

    /// <summary>«2026/27»</summary>
    public override string ToString() => FormattableString.Invariant($"{First}/{(First + 1) % 100:00}");
}
