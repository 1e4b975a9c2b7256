namespace MspBot.Domain.Plan;

/// <summary>The plan of one school year.</summary>
public readonly record struct PlanId(long Value) : IId<PlanId>
{
    public static PlanId From(long value) => new(value);
}

/// <summary>One item of a plan. People know it by its number in the plan, which is another one.</summary>
public readonly record struct PlanItemId(long Value) : IId<PlanItemId>
{
    public static PlanItemId From(long value) => new(value);
}
