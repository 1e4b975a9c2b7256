using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>How one leaves a dialog that would take something away.</summary>
/// <param name="Label">«Не отменять», «Не отклонять», … : «Отмена» inside a cancellation reads as its opposite.</param>
/// <param name="Stays">What is said then: what stays as it is.</param>
public sealed record WayOut(string Label, Func<Screen> Stays);
