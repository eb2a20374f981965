/** Explanations beside the technical properties. */
export const helpWords: Readonly<Record<string, string>> = {
  ' or ': '或',
  '"). ': '"）。',
  '). ': '）。',
  '1 hour and 30 minutes': '1 小时 30 分',
  '14 days': '14 天',
  '15 seconds': '15 秒',
  'A cycle defined as ISO 8601 repeating intervals format, or a cron expression.':
    '周期：ISO 8601 的重复间隔，或者 cron 表达式。',
  'A cycle defined as ISO 8601 repeating intervals format.': '周期：ISO 8601 的重复间隔。',
  'A specific point in time defined as ISO 8601 combined date and time representation.':
    '时刻：ISO 8601 的日期和时间。',
  'A time duration defined as ISO 8601 durations format.': '时长：ISO 8601 的时长。',
  'Ad-hoc subprocess documentation': '特定子流程的说明',
  'Add input mappings to control what is passed to the activity as local variables. ':
    '输入映射决定哪些值作为局部变量给这个活动。',
  'Add output mappings to control which variables are merged back into the process scope. ':
    '输出映射决定哪些变量带回流程。',
  'Business rule task documentation': '决策任务的说明',
  'Call activity documentation': '调用的说明',
  'Conditions documentation': '条件的说明',
  'Configure the message that the task waits for. ': '设定任务等的消息。',
  'Configure the message that this event waits for. ': '设定事件等的消息。',
  'Configure the message that will start this process instance. ': '设定发起程序的消息。',
  'Configure the message that will trigger this boundary event. ': '设定触发边界事件的消息。',
  'Define a boolean condition expression that defines when this flow is taken. ':
    '写一个真假表达式：什么时候走这条线。',
  'Define a collection of elements which will be activated when the ad-hoc subprocess is reached. ':
    '写一个集合：到达特定子流程时激活哪些图元。',
  'Define an error code (e.g. ': '写一个错误代码（例如',
  'Define an input collection expression that defines the collection to iterate over (e.g. ':
    '写输入集合的表达式：对哪些元素逐个办（例如',
  'Define the ID of the process to call (e.g. ': '写要调用的程序的标识（例如',
  'Define the completion behavior of an ad-hoc subprocess. If no completion condition is set, it will be completed after all active elements have been completed. ':
    '设定特定子流程何时完成。没有写条件的，激活的图元都完成才完成。',
  'Define the decision to evaluate and how to map back the evaluation result. ': '设定用哪个决策，结果放到哪里。',
  'Define who the task is assigned to. One or all of the following attributes can be specified simultaneously. ':
    '设定分派给谁；下面几项可以只写一项，也可以都写。',
  'Deployment binding': '同一次发布',
  'Documentation: Timer events': '说明：定时事件',
  'Error event documentation': '错误事件的说明',
  'Evaluate a business rule, for example a DMN decision. To add a custom implementation, use a job worker. ':
    '执行业务规则，例如决策表。要自己实现的，用作业执行者。',
  'Execute this task for each element of a given collection. ': '对集合里的每个元素办一次。',
  'How to configure a timer': '怎样设定时',
  'Identifier computed from the process context that is used to correlate an incoming message (e.g. ':
    '从流程里算出的标识，用来认出来的消息（例如',
  'If turned on, all variables from the child process instance will be propagated to the parent process instance.':
    '打开的，子流程的变量全部传回。',
  'If turned on, all variables from the parent process instance will be propagated to the child process instance.':
    '打开的，变量全部传给子流程。',
  'Implement a script task using an inline FEEL expression. To add a custom implementation, use a job worker. ':
    '脚本任务用 FEEL 表达式写。要自己实现的，用作业执行者。',
  'Implement a user task managed by Camunda. To add a custom implementation, use a job worker. ':
    '由引擎管理的人工任务。要自己实现的，用作业执行者。',
  'Input mappings documentation': '输入映射的说明',
  'Latest binding': '最新',
  'Learn how to define conditions.': '怎样写条件。',
  'Learn more.': '详细说明。',
  'Link a form created with the Camunda Forms editor. To associate a custom form, application, or URL to the user task, specify an external reference. ':
    '链接一张表单。用别的表单、程序、网址的，写外部表单。',
  'Link or embed a form created with the Camunda Forms editor. To associate a custom form, application, or URL to the user task, specify a form key. ':
    '链接或者嵌入一张表单。用别的表单、程序、网址的，写表单键。',
  'List of process variable names that trigger the condition evaluation.': '哪些变量变了要再算条件。',
  'Message boundary event documentation': '消息边界事件的说明',
  'Message catch event documentation': '消息捕获事件的说明',
  'Message start event documentation': '消息开始事件的说明',
  'Message throw event documentation': '消息抛出事件的说明',
  'Multi instance documentation': '多实例的说明',
  'Otherwise, only variables defined via input mappings will be propagated.': '不然只传输入映射里写的变量。',
  'Otherwise, only variables defined via output mappings will be propagated.': '不然只传输出映射里写的变量。',
  'Output mappings documentation': '输出映射的说明',
  'Receive task message documentation': '接收任务的说明',
  'Script task documentation': '脚本任务的说明',
  'Send task documentation': '发送任务的说明',
  'Service task documentation': '系统任务的说明',
  'Specifies the priority of a user task. Must be an integer between 0 and 100. If no value is provided, the default value is 50. ':
    '人工任务的优先级，0 到 100 的整数；没有写的是 50。',
  'Specify which job workers handle the event work. ': '写由哪个作业执行者办这个事件。',
  'Specify which job workers handle the task work to evaluate business rules. ': '写由哪个作业执行者执行业务规则。',
  'Specify which job workers handle the task work to execute a script. ': '写由哪个作业执行者执行脚本。',
  'Specify which job workers handle the task work to execute a service (e.g. ': '写由哪个作业执行者执行服务（例如',
  'Specify which job workers handle the task work to send a message (e.g. ': '写由哪个作业执行者发消息（例如',
  'Subscription correlation key documentation': '订阅相关键的说明',
  'The number of times the engine tries executing this activity if a worker signals a failure. The default is three.':
    '执行失败时引擎试几次；没有写的是三次。',
  'Timer documentation': '定时的说明',
  'To collect the output define the output collection and the output element expressions. ':
    '要收集结果的，写输出集合和输出元素的表达式。',
  'UTC plus 2 hours zone offset': '世界时加 2 小时',
  'UTC time': '世界时',
  'User task documentation': '人工任务的说明',
  'User task form documentation': '人工任务表单的说明',
  'User task priority documentation': '人工任务优先级的说明',
  'Uses the most recent deployed resource with the given version tag.': '用带这个版本标签的、最近发布的资源。',
  'Uses the most recent deployed resource.': '用最近发布的资源。',
  'Uses the resource found in the same deployment.': '用同一次发布的资源。',
  'Variable events that trigger the condition evaluation.\n\nIf none selected, all variable events will trigger the condition evaluation.':
    '哪些变量事件要再算条件。\n\n都没有选的，每个变量事件都算。',
  'Version tag binding': '版本标签',
  'Version tag by which the called decision will be referenced.': '按这个版本标签找决策。',
  'Version tag by which the called process will be referenced.': '按这个版本标签找程序。',
  'Version tag by which the linked form will be referenced.': '按这个版本标签找表单。',
  'Version tag by which this process can be referenced.': '别的程序可以按这个版本标签找到它。',
  'every 10 seconds, up to 5 times': '每 10 秒一次，最多 5 次',
  'every day, infinitely': '每天一次，不停',
  'every hour on the hour from 9-5 p.m. UTC Monday-Friday': '周一至周五，世界时 9 点到 17 点，每小时整点',
}
