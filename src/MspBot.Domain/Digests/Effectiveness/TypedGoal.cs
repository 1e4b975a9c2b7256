using System.Globalization;

namespace MspBot.Domain.Digests.Effectiveness;

/// <summary>Why what was typed is no goal.</summary>
public enum GoalRefusal
{
    NoNumber,

    /// <summary>More than one digit after the comma.</summary>
    TooExact,

    /// <summary>It asks nothing of anybody.</summary>
    Zero,

    /// <summary>More than 100 %, or no rating, or longer than a month.</summary>
    TooMuch,
    TooLittle,
}

/// <summary>A goal as people type it: «85», «85 %», «4,5», «24 часа».</summary>
public static class TypedGoal
{
    /// <summary>In hours: longer than a month is no goal.</summary>
    public const int MostHours = 720;

    /// <param name="typed">The words.</param>
    /// <param name="unit">Of the figure.</param>
    /// <param name="goal">What they say.</param>
    /// <returns>Null: it is one.</returns>
    public static GoalRefusal? Read(string typed, EffectUnit unit, out decimal goal)
    {
        var number = Bare(typed, unit).Replace(',', '.');
        const NumberStyles plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(number, plain, CultureInfo.InvariantCulture, out goal)) return GoalRefusal.NoNumber;
        if (goal < 0) return GoalRefusal.TooLittle;
        if (goal == 0) return GoalRefusal.Zero;
        if (goal > Most(unit)) return GoalRefusal.TooMuch;
        if (unit == EffectUnit.Rating && goal < 1) return GoalRefusal.TooLittle;
        if (decimal.Round(goal, 1) != goal) return GoalRefusal.TooExact;
        goal = decimal.Round(goal, 1);
        return null;
    }

    private static int Most(EffectUnit unit) => unit switch
    {
        EffectUnit.Share => 100,
        EffectUnit.Rating => 5,
        EffectUnit.Hours => MostHours,
    };

    /// <summary>Without what it is measured in.</summary>
    private static string Bare(string typed, EffectUnit unit)
    {
        var number = typed.Trim().Replace('\u00A0', ' ');
        string[] words = unit switch
        {
            EffectUnit.Share => ["процентов", "процента", "процент", "%"],
            EffectUnit.Hours => ["часов", "часа", "час", "ч.", "ч"],
            EffectUnit.Rating => ["из 5", "баллов", "балла", "балл"],
        };
        foreach (var word in words)
        {
            if (number.EndsWith(word, StringComparison.OrdinalIgnoreCase)) return number[..^word.Length].Trim();
        }
        return number;
    }
}
