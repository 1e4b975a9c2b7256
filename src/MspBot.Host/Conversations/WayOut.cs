namespace MspBot.Host.Conversations;

/// <summary>How one leaves a talk that would take something away.</summary>
/// <param name="Label">«Не отменять», «Не отклонять», … : «Отмена» inside a cancellation reads as its opposite.</param>
/// <param name="Stays">What is said then: what stays as it is.</param>
public sealed record WayOut(string Label, Func<Screen> Stays)
{
    /// <summary>Whether these typed words could be a label: all of them begin alike.</summary>
    internal static bool MayBe(string typed) => typed.TrimStart().StartsWith("не ", StringComparison.OrdinalIgnoreCase);
}
